using System.Collections.Frozen;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Jvm;

/// <summary>Requests of RestTemplate, WebClient, RestClient and Java's own HttpRequest.</summary>
/// <remarks>Source: Spring Framework reference, "REST Clients"; Java SE API, <c>java.net.http</c>.</remarks>
internal sealed class JvmRequests : FrameworkKnowledge
{
    /// <summary>Methods whose first argument is the address, by names nobody else uses.</summary>
    private static readonly Dictionary<string, string> Templates = new(StringComparer.Ordinal)
    {
        ["getForObject"] = "GET",
        ["getForEntity"] = "GET",
        ["postForObject"] = "POST",
        ["postForEntity"] = "POST",
        ["postForLocation"] = "POST",
        ["patchForObject"] = "PATCH",
        ["headForHeaders"] = "HEAD",
    };

    private static readonly FrozenSet<string> Verbs = FrozenSet.Create(
        StringComparer.Ordinal,
        ["get", "post", "put", "patch", "delete", "head", "options", "method"]
    );

    public override void Read(CodeReading reading)
    {
        foreach (var call in reading.Syntax.Calls)
        {
            if (call.Positional(0) is not { } address)
            {
                continue;
            }

            if (Templates.TryGetValue(call.Name, out var method))
            {
                Add(reading, call, method, address);
            }
            else if (call.Name is "put" or "delete" or "exchange" && IsTemplate(call))
            {
                Add(reading, call, call.Name == "exchange" ? MethodOf(reading, call) : call.Name.ToUpperInvariant(), address);
            }
            else if (call is { Name: "uri", Receiver: { } verb } && Verbs.Contains(verb.Name))
            {
                Add(reading, call, verb.Name == "method" ? "*" : verb.Name.ToUpperInvariant(), address);
            }
            else if (call.Name == "baseUrl" || call.Path is "WebClient.create" or "RestClient.create")
            {
                AddBase(reading, call, address);
            }
        }
    }

    private static bool IsTemplate(CodeCall call) => call.Owner.EndsWith("template", StringComparison.OrdinalIgnoreCase);

    private static string MethodOf(CodeReading reading, CodeCall call) =>
        call.Positional(1) is { } argument
        && reading.Evaluator.DottedName(argument.Value) is { } name
        && name.Contains("HttpMethod.", StringComparison.Ordinal)
            ? name[(name.LastIndexOf('.') + 1)..]
            : "*";

    private static void Add(CodeReading reading, CodeCall call, string method, CodeArgument address)
    {
        if (reading.Value(address, call.Scope) is { } value and not CodeValue.Unknown)
        {
            var client = call.Root.Owner is { Length: > 0 } owner ? Bare(owner) : null;
            reading.Calls.Add(new HttpCall(method, UriTemplates.Of(value), client, call.Span) { Function = FunctionOf(call.Scope) });
        }
    }

    /// <summary>The function whose callers are found by its name. A framework calls functions with an annotation, and overrides.</summary>
    private static string? FunctionOf(CodeScope? scope)
    {
        while (scope is not null and not CodeFunction { Name.Length: > 0 })
        {
            scope = scope.Parent;
        }

        return scope is { Decorators.Count: 0 } && !scope.Span.Line.Contains("override ", StringComparison.Ordinal) ? scope.Name : null;
    }

    /// <summary><c>this.orders = builder.baseUrl("http://orders").build()</c>: the client's calls go there.</summary>
    private static void AddBase(CodeReading reading, CodeCall call, CodeArgument address)
    {
        if (reading.AssignedAt(call.Whole.First) is { } assigned && reading.Value(address, call.Scope) is { } value)
        {
            reading.Constants.Add(new CodeConstant($"{Bare(assigned.Name)}.baseURL", value, false, call.Span));
        }
    }

    private static string Bare(string name) => name.StartsWith("this.", StringComparison.Ordinal) ? name["this.".Length..] : name;
}

using System.Collections.Frozen;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Dart;

/// <summary>Requests that Dart sends, by the package http and by Dio.</summary>
/// <remarks>Source: package documentation of http and dio.</remarks>
internal sealed class DartRequests : FrameworkKnowledge
{
    private static readonly FrozenSet<string> Verbs = FrozenSet.Create(
        StringComparer.Ordinal,
        "get",
        "post",
        "put",
        "patch",
        "delete",
        "head"
    );

    public override void Read(CodeReading reading)
    {
        var usesDio = reading.Imported("package:dio");
        HashSet<string> clients = usesDio ? Clients(reading) : [];
        foreach (var call in reading.Syntax.Calls.Where(call => Verbs.Contains(call.Name) && call.Positional(0) is not null))
        {
            var url = call.Arguments[0].Value;
            if (clients.Contains(Bare(call.Owner)))
            {
                Add(reading, call, url, Bare(call.Owner));
            }
            else if (call.Owner.Length > 0 && (IsAddress(reading, url, call.Scope) || (usesDio && IsWhole(reading, url, call.Scope))))
            {
                Add(reading, call, url, null);
            }
        }
    }

    private static void Add(CodeReading reading, CodeCall call, TokenRange url, string? client) =>
        reading.Calls.Add(
            new HttpCall(call.Name.ToUpperInvariant(), reading.Value(url, call.Scope), client, call.Span)
            {
                Function = CodeScope.FunctionOf(call.Scope),
            }
        );

    /// <summary><c>http.get(Uri.parse('…'))</c>, or a local that was made so: only requests take one.</summary>
    private static bool IsAddress(CodeReading reading, TokenRange value, CodeScope? scope)
    {
        if (reading.Evaluator.DottedName(value) is { } name && reading.AssignmentOf(name, scope) is { } assignment)
        {
            value = assignment.Value;
        }

        return reading.Trees.Is(value.First, "Uri") && reading.Trees.Is(value.First + 1, ".");
    }

    private static bool IsWhole(CodeReading reading, TokenRange value, CodeScope? scope) =>
        reading.Value(value, scope) switch
        {
            CodeValue.Literal literal => literal.Text.Contains("://", StringComparison.Ordinal),
            CodeValue.Concatenation { Parts: [CodeValue.Literal first, ..] } => first.Text.Contains("://", StringComparison.Ordinal),
            CodeValue.Concatenation { Parts: [CodeValue.Reference start, ..] } => start.Name.Contains(
                "base",
                StringComparison.OrdinalIgnoreCase
            ),
            _ => false,
        };

    /// <summary><c>final dio = Dio(BaseOptions(baseUrl: X))</c>, <c>_dio.options.baseUrl = X</c>: one address for all requests of a client.</summary>
    private static HashSet<string> Clients(CodeReading reading)
    {
        HashSet<string> clients = new(StringComparer.Ordinal);
        foreach (var call in reading.Syntax.Calls.Where(call => call.Name == "BaseOptions"))
        {
            if (call.Named("baseUrl") is { } address && HolderOf(reading, call) is { } holder)
            {
                Note(clients, reading, holder, address.Value, call.Scope);
            }
        }

        foreach (var assignment in reading.Syntax.Assignments)
        {
            if (assignment.Name.EndsWith(".options.baseUrl", StringComparison.Ordinal))
            {
                Note(clients, reading, assignment.Name[..^".options.baseUrl".Length], assignment.Value, assignment.Scope);
            }
        }

        return clients;
    }

    /// <summary>The name that <c>Dio(BaseOptions(…))</c> is given to.</summary>
    private static string? HolderOf(CodeReading reading, CodeCall options) =>
        reading.Trees.Parent(options.First) is var open and > 0
        && reading.Syntax.CallAt(open) is { Name: "Dio" } dio
        && (reading.AssignedAt(dio.First) ?? reading.AssignedAt(dio.First - 1)) is { } assignment
            ? assignment.Name
            : null;

    private static void Note(HashSet<string> clients, CodeReading reading, string name, TokenRange address, CodeScope? scope)
    {
        if (clients.Add(Bare(name)))
        {
            reading.Constants.Add(
                new CodeConstant(Bare(name) + ".baseURL", reading.Value(address, scope), false, reading.Syntax.Span(address))
            );
        }
    }

    private static string Bare(string name) => name.StartsWith("this.", StringComparison.Ordinal) ? name[5..] : name;
}

using System.Collections.Frozen;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Php;

/// <summary>Requests that PHP sends: Laravel's <c>Http</c>, Guzzle, Symfony's client, and plain functions.</summary>
/// <remarks>Source: Laravel documentation, "HTTP Client"; Guzzle documentation, "Quickstart"; Symfony documentation, "HTTP Client".</remarks>
internal sealed class PhpRequests : FrameworkKnowledge
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
        AddClients(reading);
        foreach (var call in reading.Syntax.Calls)
        {
            if (IsOfFacade(call))
            {
                Facade(reading, call);
            }
            else if (call.Receiver is null && call.Path.TrimStart('\\') is "file_get_contents" or "curl_init")
            {
                Add(reading, "*", call, call.Positional(0), null);
            }
            else if (
                call.Receiver is null
                && call.Path == "curl_setopt"
                && call.Arguments is [_, var option, var url]
                && reading.Trees.Is(option.Value.First, "CURLOPT_URL")
            )
            {
                Add(reading, "*", call, url, null);
            }
            else if (call.Receiver is null && IsClient(call.Owner))
            {
                Client(reading, call);
            }
        }
    }

    private static bool IsOfFacade(CodeCall call) => call.Root.Owner.TrimStart('\\') is "Http" or "Illuminate\\Support\\Facades\\Http";

    // Http::withToken($t)->baseUrl($b)->get('/x')
    private static void Facade(CodeReading reading, CodeCall call)
    {
        if (!Verbs.Contains(call.Name) || call.Positional(0) is not { } path)
        {
            return;
        }

        var url = reading.Value(path.Value, call.Scope);
        var start = RouteGroups.Before(call).Find(before => before.Name == "baseUrl")?.Positional(0);
        if (start is not null)
        {
            url = RouteUnder(reading.Value(start.Value, call.Scope), url);
        }

        Add(reading, call.Name.ToUpperInvariant(), call, url, null);
    }

    private static CodeValue.Concatenation RouteUnder(CodeValue start, CodeValue path) =>
        new(
            path is CodeValue.Literal { Text: ['/', ..] } ? [start, path] : [start, new CodeValue.Literal("/", path.Span), path],
            path.Span
        );

    // "$this.client.get('/x')", "$client.request('GET', '/x')"
    private static void Client(CodeReading reading, CodeCall call)
    {
        if (call.Name == "request" && call.Arguments is [var method, var url, ..])
        {
            Add(reading, reading.Literal(method, call.Scope)?.ToUpperInvariant() ?? "*", call, url, call.Owner);
        }
        else if (Verbs.Contains(call.Name))
        {
            Add(reading, call.Name.ToUpperInvariant(), call, call.Positional(0), call.Owner);
        }
    }

    private static bool IsClient(string owner) =>
        owner.EndsWith("lient", StringComparison.Ordinal) || owner is "$guzzle" or "$this.http" or "$http" or "$this.guzzle";

    private static void Add(CodeReading reading, string method, CodeCall call, CodeArgument? url, string? client)
    {
        if (url is not null)
        {
            Add(reading, method, call, reading.Value(url.Value, call.Scope), client);
        }
    }

    private static void Add(CodeReading reading, string method, CodeCall call, CodeValue url, string? client) =>
        reading.Calls.Add(new HttpCall(method, url, client, call.Span) { Function = CodeScope.FunctionOf(call.Scope) });

    /// <summary><c>$this->client = new Client(['base_uri' => X])</c> gives <c>$this.client.baseURL</c>, under which calls look it up.</summary>
    private static void AddClients(CodeReading reading)
    {
        foreach (var assignment in reading.Syntax.Assignments.Where(assignment => IsClient(assignment.Name)))
        {
            var made = InOrder.Within(reading.Syntax.Calls, call => call.Open, assignment.Value).FirstOrDefault();
            foreach (var options in made?.Arguments ?? [])
            {
                if (reading.Syntax.Members(options.Value).FirstOrDefault(member => member.Name == "base_uri") is { } start)
                {
                    reading.Constants.Add(
                        new CodeConstant(
                            assignment.Name + ".baseURL",
                            reading.Value(start.Value, assignment.Scope),
                            false,
                            reading.Syntax.Span(start.Value)
                        )
                    );
                }
            }
        }
    }
}

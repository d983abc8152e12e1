using System.Collections.Frozen;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Python;

/// <summary>Requests that Python sends: requests, httpx, aiohttp, urllib; clients with a base URL become the constant <c>client.baseURL</c>.</summary>
internal sealed class PythonHttpCalls : FrameworkKnowledge
{
    private static readonly FrozenSet<string> Verbs = new[]
    {
        "get",
        "post",
        "put",
        "patch",
        "delete",
        "head",
        "options",
        "request",
        "stream",
    }.ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Libraries = new[] { "requests", "httpx" }.ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Clients = new[]
    {
        "httpx.AsyncClient",
        "httpx.Client",
        "AsyncClient",
        "Client",
        "requests.Session",
        "requests.session",
        "Session",
        "aiohttp.ClientSession",
        "ClientSession",
    }.ToFrozenSet(StringComparer.Ordinal);

    public override void Read(CodeReading reading)
    {
        if (!reading.Imported("requests", "httpx", "aiohttp", "urllib", "urllib3"))
        {
            return;
        }

        var clients = ClientsIn(reading);
        foreach (var call in reading.Syntax.Calls)
        {
            ReadCall(reading, clients, call);
        }
    }

    private static void ReadCall(CodeReading reading, HashSet<string> clients, CodeCall call)
    {
        if (call.Path is "urllib.request.urlopen" or "urlopen" or "urllib.request.Request" or "request.urlopen")
        {
            Add(reading, call, "GET", call.Positional(0), null);
        }
        else if (Verbs.Contains(call.Name) && (Libraries.Contains(call.Owner) || clients.Contains(call.Owner)) && call.Receiver is null)
        {
            var isNamed = call.Name is "request" or "stream";
            var method = isNamed
                ? reading.Literal(call.Positional(0) ?? call.Named("method"), call.Scope)?.ToUpperInvariant() ?? "*"
                : call.Name.ToUpperInvariant();
            Add(
                reading,
                call,
                method,
                call.Named("url") ?? call.Positional(isNamed ? 1 : 0),
                Libraries.Contains(call.Owner) ? null : call.Owner
            );
        }
    }

    private static void Add(CodeReading reading, CodeCall call, string method, CodeArgument? url, string? client)
    {
        if (url is not null && reading.Value(url.Value, call.Scope) is var value and not CodeValue.Unknown)
        {
            reading.Calls.Add(new HttpCall(method, value, client, call.Span));
        }
    }

    /// <summary>Names that hold a client: assigned, or bound by <c>with … as name</c>.</summary>
    private static HashSet<string> ClientsIn(CodeReading reading)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        Dictionary<int, CodeAssignment> byValue = [];
        foreach (var assignment in reading.Syntax.Assignments)
        {
            byValue.TryAdd(assignment.Value.First, assignment);
        }

        foreach (var call in reading.Syntax.Calls.Where(call => Clients.Contains(call.Path) && IsMeant(reading, call)))
        {
            var name = reading.Trees.Is(call.End, "as") ? reading.Trees.Text(call.End + 1) : byValue.GetValueOrDefault(call.First)?.Name;
            if (name is null)
            {
                continue;
            }

            names.Add(name);
            if ((call.Named("base_url") ?? (call.Name == "ClientSession" ? call.Positional(0) : null)) is { } url)
            {
                reading.Constants.Add(new CodeConstant(name + ".baseURL", reading.Value(url.Value, call.Scope), true, call.Span));
            }
        }

        return names;
    }

    private static bool IsMeant(CodeReading reading, CodeCall call) =>
        call.Path.Contains('.', StringComparison.Ordinal)
        || reading.ImportOf(call.Path)?.Module is "httpx" or "requests" or "aiohttp" or "requests.sessions";
}

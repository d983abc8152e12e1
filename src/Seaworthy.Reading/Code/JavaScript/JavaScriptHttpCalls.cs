using System.Collections.Frozen;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.JavaScript;

/// <summary>Requests that JavaScript sends: fetch, axios, ky, got, superagent, Angular's HttpClient, WebSocket, EventSource; clients with a base URL.</summary>
internal sealed class JavaScriptHttpCalls : FrameworkKnowledge
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
    }.ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Libraries = new[]
    {
        "axios",
        "ky",
        "got",
        "superagent",
        "request",
        "needle",
        "undici",
        "$http",
        "supertest",
    }.ToFrozenSet(StringComparer.Ordinal);
    private static readonly string[] ClientWords = ["axios", "api", "http", "client", "request", "instance"];

    public override void Read(CodeReading reading)
    {
        HttpClients clients = HttpClients.In(reading);
        HttpWrappers wrappers = new(reading);
        foreach (var call in reading.Syntax.Calls)
        {
            ReadCall(reading, clients, wrappers, call);
        }

        wrappers.AddCalls();
    }

    private static void ReadCall(CodeReading reading, HttpClients clients, HttpWrappers wrappers, CodeCall call)
    {
        if (call.Arguments.Count == 0)
        {
            return;
        }

        switch (call.Path)
        {
            case "fetch"
            or "window.fetch"
            or "global.fetch"
            or "$fetch"
            or "globalThis.fetch"
            or "useFetch"
            or "fetchWithAuth"
            or "authFetch"
            or "axios"
            or "got"
            or "ky"
            or "useSWR"
            or "fetchJson" when call.Receiver is null:
                ReadFunction(reading, wrappers, call);
                return;
            case "WebSocket" or "EventSource" or "ReconnectingWebSocket" when call.Kind == CallKind.New:
                Add(reading, wrappers, "GET", call.Arguments[0].Value, null, call);
                return;
            case "http.get"
            or "https.get"
            or "http.request"
            or "https.request" when call.Receiver is null && reading.Imported("http", "https", "node:http", "node:https"):
                ReadNode(reading, wrappers, call);
                return;
        }

        if (Verbs.Contains(call.Name) && call.Owner.Length > 0 && call.Receiver is null)
        {
            ReadMethod(reading, clients, wrappers, call);
        }
    }

    private static void ReadFunction(CodeReading reading, HttpWrappers wrappers, CodeCall call)
    {
        var first = call.Arguments[0].Value;
        var members = reading.Syntax.Members(first);
        if (members.Count > 0)
        {
            ReadConfig(reading, wrappers, call, members, null);
            return;
        }

        Add(reading, wrappers, MethodIn(reading, call.Positional(1), call.Scope) ?? "GET", first, null, call);
    }

    // "http.request({ hostname, port, path })" puts its address together by hand; only the form with a URL is read.
    private static void ReadNode(CodeReading reading, HttpWrappers wrappers, CodeCall call)
    {
        var members = reading.Syntax.Members(call.Arguments[0].Value);
        if (members.Count == 0)
        {
            Add(
                reading,
                wrappers,
                MethodIn(reading, call.Positional(1), call.Scope) ?? (call.Name == "get" ? "GET" : "*"),
                call.Arguments[0].Value,
                null,
                call
            );
            return;
        }

        CodeValue? Part(string name) =>
            members.FirstOrDefault(member => member.Name == name) is { } member ? reading.Value(member.Value, call.Scope) : null;
        if ((Part("hostname") ?? Part("host")) is { } host && Part("path") is { } path)
        {
            List<CodeValue> parts = [new CodeValue.Literal("http://", call.Span), host];
            if (Part("port") is { } port)
            {
                parts.AddRange([new CodeValue.Literal(":", call.Span), port]);
            }

            var method = Part("method") is CodeValue.Literal literal ? literal.Text.ToUpperInvariant() : "GET";
            reading.Calls.Add(Request(call, method, new CodeValue.Concatenation([.. parts, path], call.Span), null));
        }
    }

    internal static HttpCall Request(CodeCall call, string method, CodeValue url, string? client) =>
        new(method, url, client, call.Span) { Function = CodeScope.FunctionOf(call.Scope) };

    private static void ReadMethod(CodeReading reading, HttpClients clients, HttpWrappers wrappers, CodeCall call)
    {
        var owner = call.Owner;
        var isLibrary = Libraries.Contains(owner);
        var isInjected =
            owner.StartsWith("this.", StringComparison.Ordinal)
            && (reading.Imported("@nestjs/axios", "@angular/common/http", "axios") && IsClientName(owner[5..]) || clients.Contains(owner));
        var client = clients.Contains(owner) || IsImportedClient(reading, owner) ? owner : null;
        var first = call.Arguments[0].Value;
        if (!(isLibrary || isInjected || client is not null) || !IsAddress(reading, first))
        {
            return;
        }

        if (call.Name == "request" && reading.Syntax.Members(first) is { Count: > 0 } members)
        {
            ReadConfig(reading, wrappers, call, members, client);
            return;
        }

        Add(
            reading,
            wrappers,
            call.Name == "request" ? "*" : call.Name.ToUpperInvariant(),
            first,
            isLibrary ? null : client ?? (isInjected ? owner : null),
            call
        );
    }

    private static bool IsClientName(string name) =>
        Array.Exists(ClientWords, word => name.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static bool IsImportedClient(CodeReading reading, string owner) =>
        reading.ImportOf(owner) is { } import
        && IsClientName(owner)
        && (
            import.Module.StartsWith('.')
            || import.Module.StartsWith('@')
            || import.Module.StartsWith('~')
            || import.Module.StartsWith("src", StringComparison.Ordinal)
        );

    // "cache.get('key')" has no slash; "api.get('users')" has none either, but then a client's name tells.
    private static bool IsAddress(CodeReading reading, TokenRange value)
    {
        var trees = reading.Trees;
        return trees[value.First].Kind switch
        {
            TokenKind.String => !Literals.Value(trees, value.First).Contains(' ', StringComparison.Ordinal),
            TokenKind.Open => trees[value.First].Bracket is Brackets.Template or Brackets.Brace or Brackets.Paren,
            TokenKind.Name => !trees.Is(value.First, "async") && !trees.Is(value.First, "function"),
            _ => false,
        };
    }

    private static void ReadConfig(
        CodeReading reading,
        HttpWrappers wrappers,
        CodeCall call,
        IReadOnlyList<CodeMember> members,
        string? client
    )
    {
        if (members.FirstOrDefault(member => member.Name == "url") is not { } url)
        {
            return;
        }

        var method = members.FirstOrDefault(member => member.Name == "method") is { } named
            ? reading.Literal(named.Value, call.Scope)?.ToUpperInvariant() ?? "*"
            : "GET";
        if (members.FirstOrDefault(member => member.Name == "baseURL") is { } @base)
        {
            var whole = new CodeValue.Concatenation(
                [reading.Value(@base.Value, call.Scope), reading.Value(url.Value, call.Scope)],
                call.Span
            );
            reading.Calls.Add(Request(call, method, whole, null));
            return;
        }

        Add(reading, wrappers, method, url.Value, client, call);
    }

    private static string? MethodIn(CodeReading reading, CodeArgument? options, CodeScope? scope)
    {
        if (options is null)
        {
            return null;
        }

        var members = reading.Syntax.Members(options.Value);
        var method = members.FirstOrDefault(member => member.Name == "method");
        return method is not null ? reading.Literal(method.Value, scope)?.ToUpperInvariant() ?? "*"
            : members.Count > 0 && members.All(member => member.Name != "...") ? "GET"
            : "*";
    }

    private static void Add(CodeReading reading, HttpWrappers wrappers, string method, TokenRange url, string? client, CodeCall call)
    {
        var value = reading.Value(url, call.Scope);
        if (
            !IsContinued(reading, url)
            && !wrappers.Note(call, url, method, client)
            && value is not (CodeValue.Unknown or CodeValue.Literal { Text: "true" or "false" or "" })
        )
        {
            reading.Calls.Add(Request(call, method, value, client));
        }
    }

    /// <summary><c>url += "/all"</c>: the value that the variable begins with is not what is called.</summary>
    private static bool IsContinued(CodeReading reading, TokenRange url)
    {
        if (url.Count != 1)
        {
            return false;
        }

        var name = reading.Syntax.Span(url).Text;
        return Stands(name + " +=") || Stands(name + "+=");

        bool Stands(string words) => reading.File.Text.Contains(words, StringComparison.Ordinal);
    }
}

using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.JavaScript;

/// <summary>Sockets that JavaScript servers open: express, http, koa, fastify, hono, Nest, WebSocket servers, Apollo; ports of Vite's and Next's servers.</summary>
internal sealed class JavaScriptListeners : FrameworkKnowledge
{
    private static readonly string[] Servers =
    [
        "express",
        "http",
        "https",
        "node:http",
        "node:https",
        "http2",
        "koa",
        "fastify",
        "hono",
        "@hono/node-server",
        "@nestjs/core",
        "net",
        "socket.io",
        "ws",
        "polka",
        "restify",
        "@hapi/hapi",
        "connect",
        "next",
    ];

    public override void Read(CodeReading reading)
    {
        foreach (var call in reading.Syntax.Calls)
        {
            ReadCall(reading, call);
        }
    }

    private static void ReadCall(CodeReading reading, CodeCall call)
    {
        switch (call.Name)
        {
            case "listen" when IsServer(reading, call):
                Listen(reading, call);
                break;
            case "serve" when call.Path == "serve" && reading.Imported("@hono/node-server"):
                Serve(reading, call);
                break;
            case "WebSocketServer"
            or "Server"
                when call.Kind == CallKind.New
                    && (
                        call.Path is "WebSocketServer" or "WebSocket.Server"
                        || (reading.Imported("ws") && call.Path is "Server" or "ws.Server")
                    ):
                WebSocket(reading, call);
                break;
            case "startStandaloneServer":
                Options(reading, call, call.Positional(1), "apollo", nested: "listen");
                break;
        }
    }

    // Other things listen as well (event sources, page observers): a port or a server's name tells.
    private static bool IsServer(CodeReading reading, CodeCall call)
    {
        if (call.Arguments.Count == 0)
        {
            return false;
        }

        var owner = call.Owner[(call.Owner.LastIndexOf('.') + 1)..];
        var isNamed =
            owner.Contains("server", StringComparison.OrdinalIgnoreCase)
            || owner.Contains("app", StringComparison.OrdinalIgnoreCase)
            || owner
                is "fastify"
                    or "http"
                    or "httpServer"
                    or "io"
                    or "srv"
                    or "api"
                    or "nest"
                    or "koa"
                    or "gateway"
                    or "instance"
                    or "this";
        return (isNamed || call.Receiver is not null)
            && !reading.Trees.IsKind(call.Arguments[0].Value.First, TokenKind.Pattern)
            && !IsEventName(reading, call);
    }

    private static bool IsEventName(CodeReading reading, CodeCall call) =>
        reading.Evaluator.Literal(call.Arguments[0].Value) is { Length: > 0 } text
        && !char.IsAsciiDigit(text[0])
        && text[0] is not ('/' or ':')
        && !text.Contains(':', StringComparison.Ordinal);

    private static void Listen(CodeReading reading, CodeCall call)
    {
        var first = call.Arguments[0];
        if (reading.Syntax.Members(first.Value) is { Count: > 0 })
        {
            Options(reading, call, first, FrameworkOf(reading), nested: null);
            return;
        }

        if (reading.Trees.Find(first.Value, "=>") > 0 || reading.Trees.Is(first.Value.First, "function"))
        {
            return;
        }

        Add(reading, call, reading.Value(first.Value, call.Scope), Host(reading, call), FrameworkOf(reading));
    }

    // A second argument is a host unless it is a callback or a backlog.
    private static CodeValue? Host(CodeReading reading, CodeCall call) =>
        call.Positional(1) is { } second
        && reading.Value(second.Value, call.Scope) is var value
        && (
            value is CodeValue.Literal { Text: var text }
                ? !text.All(char.IsAsciiDigit)
                : value is CodeValue.Environment or CodeValue.Choice
                    || (value is CodeValue.Reference reference && reference.Name.Contains("host", StringComparison.OrdinalIgnoreCase))
        )
            ? value
            : null;

    private static void Serve(CodeReading reading, CodeCall call) =>
        Options(
            reading,
            call,
            call.Arguments.FirstOrDefault(argument =>
                reading.Syntax.Members(argument.Value).Any(member => member.Name is "port" or "fetch")
            ),
            "hono",
            nested: null
        );

    private static void WebSocket(CodeReading reading, CodeCall call)
    {
        if (call.Positional(0) is not { } options)
        {
            return;
        }

        var members = reading.Syntax.Members(options.Value);
        if (members.FirstOrDefault(member => member.Name == "path") is { } path)
        {
            reading.Routes.Add(new Route(null, "GET", reading.Value(path.Value, call.Scope), "ws", call.Span));
        }

        if (members.FirstOrDefault(member => member.Name == "port") is { } port)
        {
            reading.Listeners.Add(new Listener(reading.Value(port.Value, call.Scope), null, "ws", call.Span) { Protocol = "ws" });
        }
    }

    private static void Options(CodeReading reading, CodeCall call, CodeArgument? options, string framework, string? nested)
    {
        if (options is null)
        {
            return;
        }

        var members = reading.Syntax.Members(options.Value);
        if (nested is not null)
        {
            members = members.FirstOrDefault(member => member.Name == nested) is { } inner ? reading.Syntax.Members(inner.Value) : [];
        }

        if (members.FirstOrDefault(member => member.Name == "port") is { } port)
        {
            var host = members.FirstOrDefault(member => member.Name is "host" or "hostname");
            Add(
                reading,
                call,
                reading.Value(port.Value, call.Scope),
                host is null ? null : reading.Value(host.Value, call.Scope),
                framework
            );
        }
    }

    private static void Add(CodeReading reading, CodeCall call, CodeValue port, CodeValue? host, string framework) =>
        reading.Listeners.Add(new Listener(port, host, framework, call.Span));

    private static string FrameworkOf(CodeReading reading) =>
        reading.Imported("@nestjs/core") ? "nestjs"
        : reading.Imported("fastify") ? "fastify"
        : reading.Imported("koa") ? "koa"
        : reading.Imported("next") ? "next"
        : reading.Imported("express") ? "express"
        : Array.Find(Servers, name => reading.Imported(name)) ?? "http";
}

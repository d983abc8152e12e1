using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Python;

/// <summary>Sockets that Python servers open: uvicorn, hypercorn, waitress, gunicorn's configuration, Flask's and Sanic's own servers, aiohttp, the standard library, gRPC, Prometheus.</summary>
internal sealed class PythonListeners : FrameworkKnowledge
{
    public override void Read(CodeReading reading)
    {
        foreach (var call in reading.Syntax.Calls)
        {
            ReadCall(reading, call);
        }

        foreach (var assignment in reading.Syntax.Assignments)
        {
            ReadAssignment(reading, assignment);
        }
    }

    private static void ReadCall(CodeReading reading, CodeCall call)
    {
        switch (call.Path)
        {
            case "uvicorn.run" or "uvicorn.Config":
                AddNamed(reading, call, "uvicorn", "127.0.0.1", "8000");
                AddSettings(reading, call, "uvicorn", "reload", "workers", "proxy_headers", "root_path");
                break;
            case "web.run_app" or "aiohttp.web.run_app":
                AddNamed(reading, call, "aiohttp", "0.0.0.0", "8080");
                break;
            case "serve" or "waitress.serve" when reading.Imported("waitress"):
                AddNamed(reading, call, "waitress", "0.0.0.0", "8080");
                break;
            case "socketio.run" or "sio.run":
                AddNamed(reading, call, "flask-socketio", "127.0.0.1", "5000");
                AddSettings(reading, call, "flask", "debug", "use_reloader");
                break;
            case "start_http_server" or "prometheus_client.start_http_server":
                Add(reading, call, "prometheus", Of(reading, call, 0, "port"), Of(reading, call, 1, "addr"), "metrics");
                break;
            case "websockets.serve" or "asyncio.start_server":
                Add(
                    reading,
                    call,
                    "asyncio",
                    Of(reading, call, 2, "port"),
                    Of(reading, call, 1, "host"),
                    call.Path == "websockets.serve" ? "ws" : "tcp"
                );
                break;
            default:
                ReadByName(reading, call);
                break;
        }
    }

    private static void ReadByName(CodeReading reading, CodeCall call)
    {
        switch (call.Name)
        {
            case "HTTPServer" or "ThreadingHTTPServer" or "TCPServer" or "ThreadingTCPServer" when call.Positional(0) is { } address:
                AddAddress(reading, call, address.Value);
                break;
            case "add_insecure_port" or "add_secure_port" when call.Positional(0) is { } port:
                reading.Listeners.Add(new Listener(reading.Value(port.Value, call.Scope), null, "grpc", call.Span) { Protocol = "grpc" });
                break;
            case "launch" when call.Named("server_port") is not null || call.Named("server_name") is not null:
                Add(
                    reading,
                    call,
                    "gradio",
                    Of(reading, call, -1, "server_port") ?? Literal("7860", call.Span),
                    Of(reading, call, -1, "server_name"),
                    "http"
                );
                break;
            case "run" when call.Owner is "app" or "application" or "server" or "flask_app" or "api" && call.Receiver is null:
                AddRun(reading, call);
                break;
            case "listen" when reading.Imported("tornado") && call.Positional(0) is { } first:
                Add(reading, call, "tornado", reading.Value(first.Value, call.Scope), null, "http");
                break;
        }
    }

    private static void AddRun(CodeReading reading, CodeCall call)
    {
        if (reading.Imported("sanic"))
        {
            AddNamed(reading, call, "sanic", "127.0.0.1", "8000");
        }
        else if (
            reading.Imported("flask", "quart", "dash", "connexion")
            || call.Named("port") is not null
            || call.Named("debug") is not null
        )
        {
            Add(
                reading,
                call,
                "flask",
                Of(reading, call, 1, "port") ?? Literal("5000", call.Span),
                Of(reading, call, 0, "host") ?? Literal("127.0.0.1", call.Span),
                "http"
            );
            AddSettings(reading, call, "flask", "debug", "use_reloader", "ssl_context");
        }
    }

    private static void AddNamed(CodeReading reading, CodeCall call, string framework, string host, string port)
    {
        // Options handed on as a whole ("**kwargs") may hold the port.
        var isSpread = call.Arguments.Any(argument => reading.Trees.Is(argument.Value.First, "**"));
        var portValue =
            Of(reading, call, -1, "port")
            ?? (isSpread ? new CodeValue.Unknown("the options are passed as a whole", call.Span) : Literal(port, call.Span));
        Add(reading, call, framework, portValue, Of(reading, call, -1, "host") ?? (isSpread ? null : Literal(host, call.Span)), "http");
    }

    private static void AddAddress(CodeReading reading, CodeCall call, TokenRange address)
    {
        var parts = reading.Trees.IsOpen(address.First, Brackets.Paren)
            ? reading.Trees.Split(reading.Trees.Inside(address.First), ",")
            : [];
        if (parts.Count == 2)
        {
            Add(reading, call, "http.server", reading.Value(parts[1], call.Scope), reading.Value(parts[0], call.Scope), "http");
        }
    }

    private static void Add(CodeReading reading, CodeCall call, string framework, CodeValue? port, CodeValue? host, string protocol)
    {
        if (port is not null)
        {
            reading.Listeners.Add(new Listener(port, host, framework, call.Span) { Protocol = protocol });
        }
    }

    private static CodeValue? Of(CodeReading reading, CodeCall call, int index, string name) =>
        (call.Named(name) ?? (index >= 0 ? call.Positional(index) : null)) is { } argument
        && reading.Value(argument.Value, call.Scope) is var value and not CodeValue.Unknown { Why: "null" }
            ? value
            : null;

    private static CodeValue.Literal Literal(string text, SourceSpan span) => new(text, span);

    private static void AddSettings(CodeReading reading, CodeCall call, string prefix, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            reading.AddSetting($"{prefix}.{name}", call.Named(name), call.Scope);
        }
    }

    // gunicorn.conf.py is Python whose names are options; hypercorn takes "config.bind = [...]".
    private static void ReadAssignment(CodeReading reading, CodeAssignment assignment)
    {
        var isGunicorn = reading.File.Name.Contains("gunicorn", StringComparison.Ordinal) && assignment.Scope is null;
        if (
            isGunicorn
            && assignment.Name
                is "workers"
                    or "worker_class"
                    or "timeout"
                    or "wsgi_app"
                    or "forwarded_allow_ips"
                    or "preload_app"
                    or "accesslog"
                    or "errorlog"
                    or "chdir"
                    or "user"
        )
        {
            reading.Settings.Add(new FrameworkSetting("gunicorn." + assignment.Name, reading.Value(assignment.Value), assignment.Span));
        }

        if (assignment.Name == "bind" && isGunicorn || assignment.Name.EndsWith("config.bind", StringComparison.Ordinal))
        {
            var list = reading.Trees.IsOpen(assignment.Value.First, Brackets.Square)
                ? reading.Trees.Split(reading.Trees.Inside(assignment.Value.First), ",")
                : [assignment.Value];
            foreach (var part in list)
            {
                reading.Listeners.Add(
                    new Listener(reading.Value(part, assignment.Scope), null, isGunicorn ? "gunicorn" : "hypercorn", assignment.Span)
                );
            }
        }
    }
}

using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Python;

/// <summary>Routes and routers added by call: <c>include_router</c>, <c>register_blueprint</c>, <c>mount</c>, <c>add_api_route</c>, <c>add_url_rule</c>, <c>add_resource</c>, aiohttp's <c>add_get</c>.</summary>
internal static class PythonMounts
{
    public static void Read(CodeReading reading, PythonRouters routers, CodeCall call)
    {
        switch (call.Name)
        {
            case "include_router" when (call.Positional(0) ?? call.Named("router")) is { } child:
                Mount(reading, call, child, call.Named("prefix") ?? call.Positional(1), "fastapi");
                break;
            case "register_blueprint" when call.Positional(0) is { } child:
                Mount(reading, call, child, call.Named("url_prefix"), "flask");
                break;
            case "blueprint" when call.Positional(0) is { } child && reading.Imported("sanic"):
                Mount(reading, call, child, call.Named("url_prefix"), "sanic");
                break;
            case "add_namespace" when call.Positional(0) is { } child:
                Mount(reading, call, child, call.Named("path") ?? call.Positional(1), "flask-restx");
                break;
            case "add_router" when call.Positional(1) is { } child && reading.Imported("ninja"):
                Mount(reading, call, child, call.Positional(0), "ninja");
                break;
            case "mount" when call.Arguments.Count >= 2:
                MountApplication(reading, call);
                break;
            case "Mount" when reading.Imported("starlette"):
                MountApplication(reading, call);
                break;
            case "add_api_route" or "add_url_rule" or "add_route" or "add_api_websocket_route" when call.Positional(0) is { } path:
                AddRoute(reading, routers, call, path, call.Owner);
                break;
            case "Route" or "WebSocketRoute" when reading.Imported("starlette") && call.Positional(0) is { } path:
                AddRoute(reading, routers, call, path, StarletteOwner(reading));
                break;
            case "add_resource":
                AddResource(reading, call);
                break;
            case "expose" when call.Root.Name == "Instrumentator" || reading.Imported("prometheus_fastapi_instrumentator"):
                Expose(reading, call);
                break;
            default:
                ReadAioHttp(reading, call);
                break;
        }
    }

    /// <summary>The strings of a list, upper case.</summary>
    public static List<string> Strings(CodeReading reading, TokenRange list)
    {
        List<string> found = [];
        for (var at = list.First; at < list.End; at++)
        {
            if (reading.Trees.IsKind(at, TokenKind.String))
            {
                found.Add(Literals.Value(reading.Trees, at).ToUpperInvariant());
            }
        }

        return found;
    }

    private static void Mount(CodeReading reading, CodeCall call, CodeArgument child, CodeArgument? prefix, string framework)
    {
        var name =
            reading.Evaluator.DottedName(child.Value)
            ?? (reading.Trees.IsKind(child.Value.First, TokenKind.String) ? reading.Literal(child) : null);
        if (name is not null && call.Owner.Length > 0)
        {
            reading.Mounts.Add(
                new RouterMount(call.Owner, name, prefix is null ? null : reading.Value(prefix.Value, call.Scope), framework, call.Span)
            );
        }
        else if (call.Owner.Length > 0 && reading.Trees.IsKind(child.Value.End - 1, TokenKind.Close))
        {
            // "include_router(create_routes())": what the function puts below is not followed.
            var below = prefix is null ? new CodeValue.Literal("/", call.Span) : reading.Value(prefix.Value, call.Scope);
            reading.Routes.Add(new Route(call.Owner, "*", below, framework, call.Span) { IsPrefix = true });
        }
    }

    private static string? StarletteOwner(CodeReading reading) => reading.Routers.Find(router => router.IsApplication)?.Name;

    // "app.mount('/static', StaticFiles(directory='static'))", "app.mount('/api', other)"
    private static void MountApplication(CodeReading reading, CodeCall call)
    {
        var owner = call.Name == "Mount" ? StarletteOwner(reading) : call.Owner;
        var target = call.Named("app") ?? call.Positional(1);
        if ((call.Positional(0) ?? call.Named("path")) is not { } path || target is null || owner is not { Length: > 0 })
        {
            return;
        }

        var value = reading.Value(path.Value, call.Scope);
        if (value is not (CodeValue.Literal or CodeValue.Concatenation or CodeValue.Reference or CodeValue.Environment))
        {
            return;
        }

        if (reading.Evaluator.DottedName(target.Value) is { } child)
        {
            reading.Mounts.Add(new RouterMount(owner, child, value, "starlette", call.Span));
            return;
        }

        var made = reading.Trees.IsKind(target.Value.End - 1, TokenKind.Close)
            ? reading.Syntax.CallAt(reading.Trees.Partner(target.Value.End - 1))
            : null;
        var isStatic = made?.Name == "StaticFiles";
        reading.Routes.Add(
            new Route(owner, isStatic ? "GET" : "*", value, isStatic ? "starlette.static" : "starlette", call.Span) { IsPrefix = true }
        );
        if (isStatic && made is not null)
        {
            reading.AddSetting("static.root", made.Named("directory"), call.Scope);
        }
    }

    private static void AddRoute(CodeReading reading, PythonRouters routers, CodeCall call, CodeArgument path, string? owner)
    {
        var value = reading.Value(path.Value, call.Scope);
        if (value is CodeValue.Unknown || (value is CodeValue.Literal literal && literal.Text is not ("" or ['/', ..])))
        {
            return;
        }

        var handler =
            call.Named("endpoint") is { } endpoint && call.Name != "add_url_rule"
                ? endpoint
                : call.Named("view_func") ?? call.Positional(call.Name == "add_url_rule" ? 2 : 1);
        var framework = owner is not null && routers.Find(owner) is { } router ? router.Framework : PythonRoutes.FrameworkOf(reading);
        var methods = call.Named("methods") is { } listed ? Strings(reading, listed.Value) : ["GET"];
        foreach (var method in methods)
        {
            reading.Routes.Add(
                new Route(owner, method, value, framework, call.Span)
                {
                    Handler = handler is null ? null : reading.Evaluator.DottedName(handler.Value),
                }
            );
        }
    }

    private static void AddResource(CodeReading reading, CodeCall call)
    {
        var resource = call.Positional(0) is { } first ? reading.Evaluator.DottedName(first.Value) : null;
        for (var index = 1; call.Positional(index) is { } path; index++)
        {
            reading.Routes.Add(
                new Route(call.Owner, "*", reading.Value(path.Value, call.Scope), "flask-restful", call.Span) { Handler = resource }
            );
        }
    }

    private static void Expose(CodeReading reading, CodeCall call)
    {
        var owner = call.Positional(0) is { } application ? reading.Evaluator.DottedName(application.Value) : null;
        var path = call.Named("endpoint") is { } endpoint
            ? reading.Value(endpoint.Value, call.Scope)
            : new CodeValue.Literal("/metrics", call.Span);
        reading.Routes.Add(new Route(owner, "GET", path, "prometheus", call.Span));
    }

    // "app.router.add_get('/x', f)", "web.get('/x', f)"
    private static void ReadAioHttp(CodeReading reading, CodeCall call)
    {
        if (!reading.Imported("aiohttp") || call.Positional(0) is not { } path || call.Arguments.Count < 2)
        {
            return;
        }

        var isAdded = call.Owner.EndsWith("router", StringComparison.Ordinal) && call.Name.StartsWith("add_", StringComparison.Ordinal);
        var isListed =
            call.Owner is "web" or "aiohttp.web" && call.Name is "get" or "post" or "put" or "patch" or "delete" or "head" or "view";
        if (isAdded || isListed)
        {
            var method = isAdded ? call.Name[4..] : call.Name;
            var owner = isAdded
                ? call.Owner[..Math.Max(0, call.Owner.LastIndexOf('.'))]
                : reading.Routers.Find(router => router.IsApplication)?.Name;
            var isStatic = method == "static";
            reading.Routes.Add(
                new Route(
                    owner,
                    method is "view" or "route" ? "*"
                        : isStatic ? "GET"
                        : method.ToUpperInvariant(),
                    reading.Value(path.Value, call.Scope),
                    "aiohttp",
                    call.Span
                )
                {
                    IsPrefix = isStatic,
                }
            );
        }
    }
}

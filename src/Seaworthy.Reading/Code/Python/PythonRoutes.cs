using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Python;

/// <summary>Routes and mounts of FastAPI, Starlette, Flask, Quart, Sanic, aiohttp and bottle. Sources: the routing chapters of each.</summary>
internal sealed class PythonRoutes : FrameworkKnowledge
{
    private static readonly Dictionary<string, string> Verbs = new Dictionary<string, string>
    {
        ["get"] = "GET",
        ["post"] = "POST",
        ["put"] = "PUT",
        ["patch"] = "PATCH",
        ["delete"] = "DELETE",
        ["head"] = "HEAD",
        ["options"] = "OPTIONS",
        ["websocket"] = "GET",
        ["route"] = "",
        ["api_route"] = "",
        ["websocket_route"] = "GET",
        ["api_view"] = "",
    };

    private static readonly string[] RouterWords = ["app", "router", "bp", "blueprint", "api", "routes", "ns", "application"];

    public override void Read(CodeReading reading)
    {
        PythonRouters routers = new(reading);
        if (
            !reading.Imported(
                "fastapi",
                "starlette",
                "flask",
                "quart",
                "sanic",
                "aiohttp",
                "bottle",
                "flask_restful",
                "flask_restx",
                "apiflask",
                "ninja",
                "flask_smorest"
            )
            && reading.Routers.Count == 0
        )
        {
            return;
        }

        foreach (var scope in reading.Syntax.Functions.Cast<CodeScope>().Concat(reading.Syntax.Classes))
        {
            foreach (var decorator in scope.Decorators)
            {
                ReadDecorator(reading, routers, scope, decorator);
            }
        }

        foreach (var call in reading.Syntax.Calls)
        {
            PythonMounts.Read(reading, routers, call);
            ReadApplied(reading, routers, call);
        }
    }

    /// <summary>A decorator that is called by hand: <c>router.get("/run")(handler)</c>.</summary>
    private static void ReadApplied(CodeReading reading, PythonRouters routers, CodeCall call)
    {
        if (
            Verbs.TryGetValue(call.Name, out var method)
            && reading.Trees.IsOpen(reading.Trees.After(call.Open), Brackets.Paren)
            && routers.Find(call.Owner) is { } router
            && (call.Positional(0) ?? call.Named("path")) is { } path
        )
        {
            reading.Routes.Add(
                new Route(call.Owner, method.Length > 0 ? method : "*", reading.Value(path.Value, call.Scope), router.Framework, call.Span)
            );
        }
    }

    private static void ReadDecorator(CodeReading reading, PythonRouters routers, CodeScope scope, CodeDecorator decorator)
    {
        var owner = decorator.Receiver;
        if (
            owner.Length == 0
            || !Verbs.TryGetValue(decorator.Name, out var method)
            || (decorator.Positional(0) ?? decorator.Named("path") ?? decorator.Named("rule")) is not { } path
        )
        {
            return;
        }

        var router = routers.Find(owner);
        if (router is null && !IsRouterName(owner))
        {
            return;
        }

        var value = reading.Value(path.Value, scope.Parent);
        if (value is CodeValue.Literal { Text: not ("" or ['/', ..] or ['{', ..]) } && router?.Framework is not "ninja")
        {
            return;
        }

        var framework = router?.Framework ?? FrameworkOf(reading);
        var methods = method.Length > 0 ? [method] : MethodsOf(reading, scope, decorator, framework);
        foreach (var verb in methods)
        {
            reading.Routes.Add(
                new Route(owner, verb, value, framework, decorator.Span)
                {
                    Handler = scope.Name,
                    IsPrefix = value is CodeValue.Literal literal && IsOpenEnded(literal.Text),
                }
            );
        }
    }

    private static bool IsOpenEnded(string path) =>
        path.EndsWith(":path}", StringComparison.Ordinal)
        || path.EndsWith("<path:path>", StringComparison.Ordinal)
        || (path.Contains("<path:", StringComparison.Ordinal) && path.EndsWith('>'));

    private static bool IsRouterName(string name)
    {
        var last = name[(name.LastIndexOf('.') + 1)..];
        return Array.Exists(RouterWords, word => last == word || last.EndsWith("_" + word, StringComparison.Ordinal));
    }

    private static List<string> MethodsOf(CodeReading reading, CodeScope scope, CodeDecorator decorator, string framework)
    {
        var listed = decorator.Named("methods") is { } methods ? PythonMounts.Strings(reading, methods.Value) : [];
        if (listed.Count > 0)
        {
            return listed;
        }

        // A class-based resource answers the methods it has functions for.
        if (scope is CodeClass resource)
        {
            var own = reading
                .Syntax.FunctionsIn(resource)
                .Where(function => Verbs.ContainsKey(function.Name))
                .Select(function => function.Name.ToUpperInvariant())
                .ToList();
            return own.Count > 0 ? own : ["*"];
        }

        return framework is "flask" or "quart" or "sanic" or "bottle" or "fastapi" or "starlette" ? ["GET"] : ["*"];
    }

    public static string FrameworkOf(CodeReading reading) =>
        reading.Imported("fastapi") ? "fastapi"
        : reading.Imported("starlette") ? "starlette"
        : reading.Imported("quart") ? "quart"
        : reading.Imported("sanic") ? "sanic"
        : reading.Imported("aiohttp") ? "aiohttp"
        : reading.Imported("bottle") ? "bottle"
        : "flask";
}

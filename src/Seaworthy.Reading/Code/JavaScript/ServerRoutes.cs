using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.JavaScript;

/// <summary>Routes, mounts and static directories of express, koa, fastify and hono. Sources: the routing guides of each.</summary>
internal sealed class ServerRoutes : FrameworkKnowledge
{
    private static readonly Dictionary<string, string> Verbs = new Dictionary<string, string>
    {
        ["get"] = "GET",
        ["post"] = "POST",
        ["put"] = "PUT",
        ["patch"] = "PATCH",
        ["delete"] = "DELETE",
        ["del"] = "DELETE",
        ["head"] = "HEAD",
        ["options"] = "OPTIONS",
        ["all"] = "*",
        ["openapi"] = "*",
    };

    public override void Read(CodeReading reading)
    {
        ServerRouters routers = new(reading);
        foreach (var call in reading.Syntax.Calls)
        {
            if (Verbs.TryGetValue(call.Name, out var method))
            {
                ReadRoute(reading, routers, call, method);
            }
            else if (call.Name is "use" or "register" or "route" or "prefix" or "basePath" or "ws")
            {
                ServerMounts.Read(reading, routers, call);
            }
            else if (call.Path is "serveStatic" or "fastifyStatic")
            {
                reading.AddSetting("static.root", call.Positional(0), call.Scope);
            }
            else
            {
                MountedServers.ReadStandalone(reading, call);
                ServerMounts.ReadSetup(reading, routers, call);
            }
        }
    }

    private static void ReadRoute(CodeReading reading, ServerRouters routers, CodeCall call, string method)
    {
        if (call.Receiver is not null && RouteOf(call) is { } route)
        {
            if (routers.Of(route) is { } owner && route.Positional(0) is { } shared)
            {
                Add(reading, routers, owner, method, shared.Value, call);
            }

            return;
        }

        if (call.Arguments.Count >= 2 && routers.Of(call) is { } router && IsPath(reading, call.Arguments[0].Value))
        {
            AddAll(reading, routers, router, method, call);
        }
    }

    // "router.route('/x').get(…).post(…)"
    private static CodeCall? RouteOf(CodeCall call)
    {
        var at = call.Receiver;
        for (var steps = 0; at is not null && steps < 16; at = at.Receiver, steps++)
        {
            if (at.Name == "route" && at.Arguments.Count == 1)
            {
                return at;
            }
        }

        return null;
    }

    private static bool IsPath(CodeReading reading, TokenRange value)
    {
        var trees = reading.Trees;
        return trees[value.First].Kind switch
        {
            TokenKind.String => Literals.Value(trees, value.First) is "" or ['/' or '*' or ':', ..],
            TokenKind.Open => trees[value.First].Bracket is Brackets.Template or Brackets.Square,
            TokenKind.Name => !trees.Is(value.First, "async") && !trees.Is(value.First, "function") && trees.Find(value, "=>") < 0,
            _ => false,
        };
    }

    // One route may have several paths: "app.get(['/a', '/b'], …)".
    private static void AddAll(CodeReading reading, ServerRouters routers, string router, string method, CodeCall call)
    {
        var path = call.Arguments[0].Value;
        if (!reading.Trees.IsOpen(path.First, Brackets.Square))
        {
            Add(reading, routers, router, method, path, call);
            return;
        }

        foreach (var part in reading.Trees.Split(reading.Trees.Inside(path.First), ","))
        {
            Add(reading, routers, router, method, part, call);
        }
    }

    private static void Add(CodeReading reading, ServerRouters routers, string router, string method, TokenRange path, CodeCall call)
    {
        var value = reading.Value(path, call.Scope);
        var isPrefix = value is CodeValue.Literal literal && literal.Text.EndsWith('*');
        reading.Routes.Add(
            new Route(router, method, value, routers.Framework, call.Span)
            {
                IsPrefix = isPrefix,
                Handler = call.Arguments.Count > 0 ? reading.Evaluator.DottedName(call.Arguments[^1].Value) : null,
            }
        );
    }
}

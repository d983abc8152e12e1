using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Rust;

/// <summary>Routes of axum: <c>Router::new().route("/x", get(h).post(p)).nest("/api", api()).merge(other())</c>.</summary>
/// <remarks>Source: crate documentation of axum, "Router".</remarks>
internal sealed class AxumRoutes : FrameworkKnowledge
{
    private const string Framework = "axum";
    private static readonly HashSet<string> Verbs = ["get", "post", "put", "patch", "delete", "head", "options", "trace", "any"];

    public override void Read(CodeReading reading)
    {
        if (!reading.Imported("axum") && !reading.Imported("utoipa_axum"))
        {
            return;
        }

        AxumRouters routers = new(reading);
        var tests = RustTests.Of(reading.Syntax);
        foreach (var call in reading.Syntax.Calls)
        {
            if (tests.Holds(call.First))
            {
                continue;
            }

            if (call.Path is "axum.serve" or "serve" && call.Arguments.Count == 2)
            {
                Serve(reading, routers, call.Arguments[1], call);
            }
            else if (call.Name == "serve" && call.Root.Name is "bind" or "from_tcp" && call.Positional(0) is { } service)
            {
                Serve(reading, routers, service, call);
            }
            else if (routers.Of(call) is { } router)
            {
                Take(reading, routers, router, call);
            }
        }
    }

    private static void Take(CodeReading reading, AxumRouters routers, string router, CodeCall call)
    {
        switch (call.Name)
        {
            case "route" when call.Arguments is [var path, var methods]:
                Route(reading, router, path, methods, call);
                break;
            case "route_service" or "nest_service" when call.Arguments is [var path, _]:
                var value = RustTypes.Value(reading, path.Value, call.Scope);
                reading.Routes.Add(new Route(router, "*", value, Framework, call.Span) { IsPrefix = call.Name == "nest_service" });
                break;
            case "nest" when call.Arguments is [var path, var inner]:
                Mount(reading, routers, router, inner, RustTypes.Value(reading, path.Value, call.Scope), call);
                break;
            case "merge" when call.Arguments is [var inner]:
                Mount(reading, routers, router, inner, null, call);
                break;
        }
    }

    private static void Route(CodeReading reading, string router, CodeArgument path, CodeArgument methods, CodeCall call)
    {
        var value = RustTypes.Value(reading, path.Value, call.Scope);
        var isPrefix = value is CodeValue.Literal { Text: var text } && text.Contains('*', StringComparison.Ordinal);
        var found = false;

        // "get(list).post(create)": the chain's own calls, not those inside their arguments.
        var chain = InOrder
            .Within(reading.Syntax.Calls, inner => inner.Open, methods.Value)
            .Where(inner => reading.Trees.Parent(inner.Open) == reading.Trees.Parent(methods.Value.First));
        foreach (var method in chain.Where(method => Verbs.Contains(method.Name)))
        {
            found = true;
            var verb = method.Name == "any" ? "*" : method.Name.ToUpperInvariant();
            var handler = method.Positional(0) is { } first ? reading.Evaluator.DottedName(first.Value) : null;
            reading.Routes.Add(new Route(router, verb, value, Framework, call.Span) { Handler = handler, IsPrefix = isPrefix });
        }

        if (!found)
        {
            reading.Routes.Add(new Route(router, "*", value, Framework, call.Span) { IsPrefix = isPrefix });
        }
    }

    private static void Mount(CodeReading reading, AxumRouters routers, string router, CodeArgument inner, CodeValue? prefix, CodeCall call)
    {
        if (routers.In(inner, call.Scope) is { } child && child != router)
        {
            reading.Mounts.Add(new RouterMount(router, child, prefix, Framework, call.Span));
        }
    }

    /// <summary>What is served is the application, wherever it was made.</summary>
    private static void Serve(CodeReading reading, AxumRouters routers, CodeArgument service, CodeCall call)
    {
        if (routers.In(service, call.Scope) is { } served && !routers.IsApplication(served))
        {
            reading.Routers.Add(new Router("serve", null, true, Framework, call.Span));
            reading.Mounts.Add(new RouterMount("serve", served, null, Framework, call.Span));
        }
    }
}

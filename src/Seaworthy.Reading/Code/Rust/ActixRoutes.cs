using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Rust;

/// <summary>
/// Routes of actix-web in chains: <c>App::new().service(web::scope("/api").route("/x", web::get().to(h))).configure(routes)</c>.
/// A scope or resource is a router named by its path; a function that takes a <c>ServiceConfig</c> is one named by itself.
/// </summary>
/// <remarks>Source: crate documentation of actix-web, "App", "Scope", "Resource", "ServiceConfig".</remarks>
internal sealed class ActixRoutes : FrameworkKnowledge
{
    private const string Framework = "actix-web";

    public override void Read(CodeReading reading)
    {
        if (!reading.Imported("actix_web"))
        {
            return;
        }

        ActixRouters routers = new(reading);
        var tests = RustTests.Of(reading.Syntax);
        foreach (var call in reading.Syntax.Calls)
        {
            if (!tests.Holds(call.First) && routers.Of(call) is { } router)
            {
                Take(reading, routers, router, call);
            }
        }
    }

    private static void Take(CodeReading reading, ActixRouters routers, string router, CodeCall call)
    {
        switch (call.Name)
        {
            case "route" when call.Arguments is [var path, var handler]:
                Add(reading, router, Method(reading, handler), RustTypes.Value(reading, path.Value, call.Scope), call);
                break;
            case "route" when call.Arguments is [var handler]:
                Add(reading, router, Method(reading, handler), new CodeValue.Literal("", call.Span), call);
                break;
            case "to" when call.Root.Name == "resource":
                Add(reading, router, "*", new CodeValue.Literal("", call.Span), call);
                break;
            case "configure" when call.Positional(0) is { } function && reading.Evaluator.DottedName(function.Value) is { } name:
                reading.Mounts.Add(new RouterMount(router, name, null, Framework, call.Span));
                break;
            case "service" when call.Positional(0) is { } service:
                Service(reading, routers, router, service, call);
                break;
        }
    }

    private static void Add(CodeReading reading, string router, string method, CodeValue path, CodeCall call) =>
        reading.Routes.Add(new Route(router, method, path, Framework, call.Span));

    private static void Service(CodeReading reading, ActixRouters routers, string router, CodeArgument service, CodeCall call)
    {
        if (reading.Evaluator.DottedName(service.Value) is { } name)
        {
            reading.Mounts.Add(new RouterMount(router, routers.Local(name, call.Scope) ?? name, null, Framework, call.Span));
        }
        else if (InOrder.Within(reading.Syntax.Calls, inner => inner.Open, service.Value).FirstOrDefault() is { } first)
        {
            if (routers.Of(first) is { } child)
            {
                reading.Mounts.Add(new RouterMount(router, child, null, Framework, call.Span));
            }
            else if (
                first is { Name: "new" }
                && first.Owner.EndsWith("Files", StringComparison.Ordinal)
                && first.Arguments is [var path, var directory]
            )
            {
                reading.Routes.Add(
                    new Route(router, "GET", RustTypes.Value(reading, path.Value, call.Scope), Framework, call.Span) { IsPrefix = true }
                );
                reading.OpenedPaths.Add(new OpenedPath(RustTypes.Value(reading, directory.Value, call.Scope), false, false, first.Span));
            }
            else if (first.Receiver is null && first.Owner != "web")
            {
                // A function that makes the scope: .service(users::scope())
                reading.Mounts.Add(new RouterMount(router, first.Path, null, Framework, call.Span));
            }
        }
    }

    /// <summary><c>web::get().to(h)</c>, <c>web::method(Method::GET)</c>.</summary>
    private static string Method(CodeReading reading, CodeArgument handler)
    {
        var first = InOrder.Within(reading.Syntax.Calls, call => call.Open, handler.Value).FirstOrDefault();
        return first?.Name switch
        {
            "get" or "post" or "put" or "patch" or "delete" or "head" or "trace" => first.Name.ToUpperInvariant(),
            "method" when first.Positional(0) is { } method => reading.Trees.Text(method.Value.End - 1).ToUpperInvariant(),
            _ => "*",
        };
    }
}

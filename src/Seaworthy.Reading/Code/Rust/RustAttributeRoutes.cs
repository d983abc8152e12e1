using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Rust;

/// <summary>
/// Routes written as attributes on their handlers (actix-web, rocket). Each handler is a router of its own, which <c>.service(handler)</c> or <c>routes![handler]</c> mounts.
/// </summary>
/// <remarks>Source: crate documentation of actix-web ("attribute macros") and rocket ("Route attributes").</remarks>
internal sealed class RustAttributeRoutes : FrameworkKnowledge
{
    private static readonly HashSet<string> Verbs = ["get", "post", "put", "patch", "delete", "head", "options"];

    public override void Read(CodeReading reading)
    {
        var framework = reading.Imported("rocket") ? "rocket" : "actix-web";
        foreach (var function in reading.Syntax.Functions)
        {
            foreach (var decorator in function.Decorators)
            {
                if (Verbs.Contains(decorator.Name) && decorator.Positional(0) is { } path && reading.Literal(path) is not null)
                {
                    reading.Routers.Add(
                        new Router(function.Name, null, false, framework, function.Span) { IsExported = function.IsExported }
                    );
                    reading.Routes.Add(
                        new Route(function.Name, decorator.Name.ToUpperInvariant(), reading.Value(path.Value), framework, decorator.Span)
                        {
                            Handler = function.Name,
                        }
                    );
                }
            }
        }

        var isDeclared = false;
        foreach (var call in reading.Syntax.Calls)
        {
            if (call.Name == "mount" && framework == "rocket" && call.Arguments is [var prefix, var routes])
            {
                if (!isDeclared)
                {
                    isDeclared = true;
                    reading.Routers.Add(new Router("rocket", null, true, "rocket", call.Span));
                }

                Mount(reading, call, prefix, routes);
            }
        }
    }

    // .mount("/api", routes![users::list, create])
    private static void Mount(CodeReading reading, CodeCall call, CodeArgument prefix, CodeArgument routes)
    {
        var value = reading.Value(prefix.Value, call.Scope);
        if (reading.Syntax.CallAt(reading.Trees.Partner(routes.Value.End - 1)) is { Path: "routes!" } listed)
        {
            foreach (var handler in listed.Arguments.Select(argument => reading.Evaluator.DottedName(argument.Value)).OfType<string>())
            {
                reading.Mounts.Add(new RouterMount("rocket", handler, value, "rocket", call.Span));
            }
        }
        else
        {
            // FileServer::from("static") serves everything below.
            reading.Routes.Add(new Route("rocket", "GET", value, "rocket", call.Span) { IsPrefix = true });
        }
    }
}

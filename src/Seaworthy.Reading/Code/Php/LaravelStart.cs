using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Php;

/// <summary>
/// The start configuration of Laravel: <c>->withRouting(web: …, api: …, health: '/up')</c>, <c>Auth::routes()</c>, and routes that packages declare for the asking.
/// </summary>
/// <remarks>Source: Laravel documentation, "Routing", "The Default Route Files", and "Deployment", "The Health Route"; README of laravel/ui.</remarks>
internal sealed class LaravelStart : FrameworkKnowledge
{
    private static readonly string[] OfAuth = ["login", "logout", "register", "password/*", "email/*"];

    public override void Read(CodeReading reading)
    {
        foreach (var call in reading.Syntax.Calls)
        {
            switch (call.Name)
            {
                case "withRouting":
                    Mount(reading, call);
                    break;
                case "routes" when call.Receiver is null && call.Owner is [not '$', ..]:
                    Routes(reading, call);
                    break;
            }
        }
    }

    private static void Mount(CodeReading reading, CodeCall call)
    {
        if (call.Named("using") is { } all)
        {
            Open(reading, all.Value);
        }

        var prefix = call.Named("apiPrefix") is { } named
            ? reading.Value(named.Value, call.Scope)
            : new CodeValue.Literal("api", call.Span);
        Mount(reading, call, call.Named("web") ?? call.Positional(1), null);
        Mount(reading, call, call.Named("api") ?? call.Positional(2), prefix);
        if (call.Named("health") is { } health)
        {
            reading.Routes.Add(
                new Route(null, "GET", reading.Value(health.Value, call.Scope), LaravelRoutes.Framework, reading.Syntax.Span(health.Value))
            );
        }
    }

    private static void Mount(CodeReading reading, CodeCall call, CodeArgument? argument, CodeValue? prefix)
    {
        if (argument is null)
        {
            return;
        }

        var isList = reading.Trees.IsOpen(argument.Value.First, Brackets.Square);
        foreach (var part in isList ? reading.Trees.Split(reading.Trees.Inside(argument.Value.First), ",") : [argument.Value])
        {
            if (PhpPaths.Of(reading.Trees, part) is { } file)
            {
                reading.Mounts.Add(
                    new RouterMount(
                        null,
                        file,
                        prefix is null ? null : RouteGroups.Join([prefix], prefix.Span),
                        LaravelRoutes.Framework,
                        reading.Syntax.Span(part)
                    )
                );
            }
            else
            {
                Open(reading, part);
            }
        }
    }

    private static void Routes(CodeReading reading, CodeCall call)
    {
        switch (call.Owner[(call.Owner.LastIndexOf('\\') + 1)..])
        {
            case "Auth":
                foreach (var path in OfAuth)
                {
                    var isPrefix = path.EndsWith('*');
                    Add(reading, call, path.TrimEnd('*').TrimEnd('/'), isPrefix);
                }

                break;
            case "Broadcast":
                Add(reading, call, "broadcasting", true);
                break;
            case "Passport":
                Add(reading, call, "oauth", true);
                break;
            default:
                Open(reading, new TokenRange(call.First, call.End));
                break;
        }
    }

    private static void Add(CodeReading reading, CodeCall call, string path, bool isPrefix) =>
        reading.Routes.Add(
            new Route(null, "*", new CodeValue.Literal("/" + path, call.Span), LaravelRoutes.Framework, call.Span) { IsPrefix = isPrefix }
        );

    private static void Open(CodeReading reading, TokenRange range) =>
        reading.Settings.Add(
            new FrameworkSetting(
                PhpSettings.OpenRoutes,
                new CodeValue.Literal(reading.Syntax.Span(range).Text, reading.Syntax.Span(range)),
                reading.Syntax.Span(range)
            )
        );
}

using System.Collections.Frozen;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Php;

/// <summary>
/// Routes that Laravel's facade declares: <c>Route::prefix('v1')->group(function () { Route::get('/x', …); })</c>. Those of a file below <c>routes/</c> hang on a router of that file, which others mount.
/// </summary>
/// <remarks>Source: Laravel documentation, "Routing", "Controllers".</remarks>
internal sealed class LaravelRoutes : FrameworkKnowledge
{
    public const string Framework = "laravel";

    private static readonly FrozenSet<string> Verbs = FrozenSet.Create(
        StringComparer.Ordinal,
        "get post put patch delete options any match view redirect permanentRedirect inertia livewire".Split(' ')
    );

    private static readonly FrozenSet<string> Harmless = FrozenSet.Create(
        StringComparer.Ordinal,
        (
            "middleware prefix name namespace domain controller group where whereNumber whereAlpha whereAlphaNumeric whereUuid whereUlid whereIn withoutMiddleware as model bind "
            + "aliasMiddleware pushMiddlewareToGroup prependMiddlewareToGroup middlewareGroup scopeBindings withoutScopedBindings has currentRouteName current getRoutes is "
            + "getCurrentRoute currentRouteAction currentRouteNamed currentRouteUses can missing resourceVerbs resourceParameters singularResourceParameters defaults block "
            + "substituteBindings substituteImplicitBindings getFacadeRoot getCurrentRequest input uses hasMacro dispatch getMiddlewareGroups getMiddleware resource apiResource resources apiResources singleton "
            + "apiSingleton softDeletableResources fallback metadata setRoutes routeMiddleware createSubscription"
        ).Split(' ')
    );

    public override void Read(CodeReading reading)
    {
        var calls = reading.Syntax.Calls.Where(call => IsOfFacade(reading, call)).ToList();
        var router = AddRouter(reading, calls.Count > 0 ? calls[0] : null);
        RouteGroups groups = new(reading);
        foreach (var call in calls.Where(call => call.Name == "group"))
        {
            AddGroup(reading, groups, router, call);
        }

        var wheres = calls.Where(call => call.Name.StartsWith("where", StringComparison.Ordinal)).ToLookup(call => call.Root.Open);
        foreach (var call in calls)
        {
            Take(reading, new RouteMaker(reading, groups, router, call, [.. wheres[call.Root.Open]]), call);
        }

        LoadedFiles(reading, groups, router);
    }

    private static bool IsOfFacade(CodeReading reading, CodeCall call)
    {
        var owner = call.Root.Owner;
        var local = owner[(owner.LastIndexOf('\\') + 1)..];
        return local == "Route"
            && call.Root.Kind == CallKind.Call
            && (
                owner.Length > local.Length
                    ? owner.TrimStart('\\') is "Illuminate\\Support\\Facades\\Route" or "Route"
                    : reading.ImportOf("Route") is not { } import || import.Module is "Illuminate\\Support\\Facades\\Route" or "Route"
            );
    }

    /// <summary>The router of a file of routes; null elsewhere, where what is declared is served as it stands.</summary>
    private static string? AddRouter(CodeReading reading, CodeCall? first)
    {
        var path = reading.File.Path;
        var isOfRoutes =
            path.StartsWith("routes/", StringComparison.Ordinal) || path.Contains("/routes/", StringComparison.OrdinalIgnoreCase);
        if (!isOfRoutes || (first is null && !reading.File.Text.Contains("$router->", StringComparison.Ordinal)))
        {
            return null;
        }

        reading.Routers.Add(new Router("routes", null, false, Framework, first?.Span ?? reading.File.Whole) { IsExported = true });
        return "routes";
    }

    private static void AddGroup(CodeReading reading, RouteGroups groups, string? router, CodeCall call)
    {
        List<CodeValue> prefixes =
        [
            .. RouteGroups
                .Before(call)
                .Where(before => before.Name == "prefix" && before.Positional(0) is not null)
                .Select(before => reading.Value(before.Arguments[0].Value, before.Scope)),
        ];
        if (call.Arguments is [{ } attributes, _, ..])
        {
            prefixes.AddRange(
                reading
                    .Syntax.Members(attributes.Value)
                    .Where(member => member.Name == "prefix")
                    .Select(member => reading.Value(member.Value, call.Scope))
            );
        }

        if (call.Arguments is not [.., var last])
        {
            return;
        }

        if (PhpPaths.Of(reading.Trees, last.Value) is { } file)
        {
            Mount(reading, router, file, RouteGroups.Join([.. groups.Around(call.Span), .. prefixes], call.Span), call);
        }
        else
        {
            groups.Add(last.Value, prefixes);
        }
    }

    private static void Mount(CodeReading reading, string? router, string file, CodeValue? prefix, CodeCall call) =>
        reading.Mounts.Add(new RouterMount(router, file, prefix, Framework, call.Span));

    private static void Take(CodeReading reading, RouteMaker maker, CodeCall call)
    {
        switch (call.Name)
        {
            case "match":
                maker.Add(Methods(reading, call), call.Positional(1));
                break;
            case "view":
                maker.Add(["GET"], call.Positional(0));
                break;
            case var verb when Verbs.Contains(verb) && call.Arguments.Count > 0:
                maker.Add(
                    [verb is "get" or "post" or "put" or "patch" or "delete" or "options" ? verb.ToUpperInvariant() : "*"],
                    call.Positional(0)
                );
                break;
            case "resource" or "apiResource":
                maker.AddResource(call.Positional(0));
                break;
            case "singleton" or "apiSingleton":
                maker.AddSingleton(call.Positional(0));
                break;
            case "resources" or "apiResources" or "softDeletableResources" when call.Positional(0) is { } many:
                foreach (var member in reading.Syntax.Members(many.Value))
                {
                    maker.AddResource(member.Name, reading.Syntax.Span(member.Value));
                }

                break;
            case "fallback":
                maker.AddEverything();
                break;
            case var other when call.Receiver is null && !Harmless.Contains(other):
                reading.Settings.Add(new FrameworkSetting(PhpSettings.OpenRoutes, new CodeValue.Literal(call.Path, call.Span), call.Span));
                break;
        }
    }

    private static IReadOnlyList<string> Methods(CodeReading reading, CodeCall call)
    {
        List<string> methods = [];
        for (
            var at = call.Arguments.Count > 0 ? call.Arguments[0].Value.First : 0;
            call.Arguments.Count > 0 && at < call.Arguments[0].Value.End;
            at++
        )
        {
            if (reading.Trees.IsKind(at, TokenKind.String))
            {
                methods.Add(Literals.Value(reading.Trees, at).ToUpperInvariant());
            }
        }

        return methods.Count > 0 ? methods : ["*"];
    }

    /// <summary><c>require __DIR__.'/auth.php'</c> among routes, and <c>$this->loadRoutesFrom(…)</c>.</summary>
    private static void LoadedFiles(CodeReading reading, RouteGroups groups, string? router)
    {
        foreach (var import in reading.Imports.Where(import => import.Local.Length == 0).ToList())
        {
            reading.Mounts.Add(
                new RouterMount(router, import.Module, RouteGroups.Join(groups.Around(import.Span), import.Span), Framework, import.Span)
            );
        }

        foreach (var call in reading.Syntax.Calls.Where(call => call.Name == "loadRoutesFrom"))
        {
            if (call.Positional(0) is { } argument && PhpPaths.Of(reading.Trees, argument.Value) is { } file)
            {
                Mount(reading, router, file, RouteGroups.Join(groups.Around(call.Span), call.Span), call);
            }
        }
    }
}

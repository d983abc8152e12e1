using System.Collections.Frozen;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Php;

/// <summary>Routes declared on an object, as Slim and Lumen do: <c>$app->group('/users', function ($group) { $group->get('/{id}', …); })</c>.</summary>
/// <remarks>Source: Slim documentation, "Routing"; Lumen documentation, "Routing".</remarks>
internal sealed class AppRoutes : FrameworkKnowledge
{
    private const string Framework = "slim";

    private static readonly FrozenSet<string> Owners = FrozenSet.Create(
        StringComparer.Ordinal,
        "$app",
        "$router",
        "$group",
        "$api",
        "$route",
        "$this.app",
        "$this.router",
        "$app.router",
        "$proxy"
    );

    private static readonly FrozenSet<string> Verbs = FrozenSet.Create(
        StringComparer.Ordinal,
        "get",
        "post",
        "put",
        "patch",
        "delete",
        "options",
        "any"
    );

    public override void Read(CodeReading reading)
    {
        var calls = reading
            .Syntax.Calls.Where(call => call is { Receiver: null, Kind: CallKind.Call } && Owners.Contains(call.Owner))
            .ToList();
        if (calls.Count == 0)
        {
            return;
        }

        RouteGroups groups = new(reading);
        foreach (var call in calls.Where(call => call is { Name: "group", Arguments.Count: > 1 }))
        {
            groups.Add(call.Arguments[^1].Value, Prefixes(reading, call));
        }

        var router = reading.Routers.Find(router => router.Name == "routes")?.Name;
        foreach (var call in calls)
        {
            Take(reading, groups, router, call);
        }

        for (var at = 0; at < reading.Mounts.Count; at++)
        {
            // A file that is required inside a group of this kind.
            var mount = reading.Mounts[at];
            if (mount.Prefix is null && RouteGroups.Join(groups.Around(mount.Span), mount.Span) is { } prefix)
            {
                reading.Mounts[at] = mount with { Prefix = prefix };
            }
        }
    }

    /// <summary>Slim's path, or the attributes of Lumen's group.</summary>
    private static List<CodeValue> Prefixes(CodeReading reading, CodeCall call)
    {
        var first = call.Arguments[0];
        return MemberReader.OpeningOf(reading.Trees, first.Value) >= 0
            ?
            [
                .. reading
                    .Syntax.Members(first.Value)
                    .Where(member => member.Name == "prefix")
                    .Select(member => reading.Value(member.Value, call.Scope)),
            ]
            : [reading.Value(first.Value, call.Scope)];
    }

    private static void Take(CodeReading reading, RouteGroups groups, string? router, CodeCall call)
    {
        var isMapped = call.Name == "map";
        if (call.Name == "setBasePath")
        {
            reading.Settings.Add(new FrameworkSetting(PhpSettings.OpenRoutes, new CodeValue.Literal(call.Path, call.Span), call.Span));
        }
        else if ((isMapped && call.Arguments.Count > 2) || (Verbs.Contains(call.Name) && call.Arguments.Count > 1))
        {
            Add(reading, groups, router, call, isMapped);
        }
    }

    private static void Add(CodeReading reading, RouteGroups groups, string? router, CodeCall call, bool isMapped)
    {
        var argument = call.Arguments[isMapped ? 1 : 0];
        var method = isMapped || call.Name == "any" ? "*" : call.Name.ToUpperInvariant();
        var value = reading.Value(argument.Value, call.Scope);
        if (call.Owner == "$group" && !groups.Holds(call.Span))
        {
            value = new CodeValue.Unknown("the group is created elsewhere", value.Span);
        }

        foreach (var path in value is CodeValue.Literal literal ? Variants(literal) : [value])
        {
            var whole = RouteGroups.Join([.. groups.Around(call.Span), path], path.Span) ?? path;
            reading.Routes.Add(new Route(router, method, whole, Framework, call.Span));
        }
    }

    private static IEnumerable<CodeValue> Variants(CodeValue.Literal path) =>
        RoutePaths.OfFastRoute(path.Text).Select(text => path with { Text = text });
}

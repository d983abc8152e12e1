using System.Collections.Frozen;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Ruby;

/// <summary>Routes of Rails: <c>config/routes.rb</c> and what it draws, with namespaces, scopes and resources.</summary>
/// <remarks>Source: Rails Guides, "Rails Routing from the Outside In".</remarks>
internal sealed class RailsRoutes : FrameworkKnowledge
{
    public const string Framework = "rails";

    private static readonly FrozenSet<string> Verbs = FrozenSet.Create(
        StringComparer.Ordinal,
        "get",
        "post",
        "put",
        "patch",
        "delete",
        "options",
        "match"
    );

    // Blocks and words that add nothing to a path.
    private static readonly FrozenSet<string> Harmless = FrozenSet.Create(
        StringComparer.Ordinal,
        (
            "constraints authenticate authenticated unauthenticated defaults with_options controller devise_scope as direct resolve require require_relative puts member collection new nested "
            + "redirect lambda proc raise require_dependency each extend include Rails concerns draw loop private protected url_for param if unless default_url_options ignore_missing"
        ).Split(' ')
    );

    public override void Read(CodeReading reading)
    {
        var isDrawn = reading.File.Path.Contains("config/routes/", StringComparison.Ordinal);
        var draws = reading
            .Syntax.Calls.Where(call => call.Name == "draw" && call.Owner.EndsWith("routes", StringComparison.Ordinal))
            .ToList();
        if (draws.Count == 0 && !isDrawn)
        {
            return;
        }

        RailsMap map = new(reading, isDrawn);
        foreach (var call in reading.Syntax.Calls)
        {
            if (draws.Contains(call))
            {
                map.Enter(call, [""], IsOfApplication(call) ? RailsScopeKind.Plain : RailsScopeKind.Foreign);
            }
            else if (call is { Receiver: null, Kind: CallKind.Call } && map.At(call) is { IsForeign: false } scope)
            {
                Take(reading, map, scope, call);
            }
        }
    }

    private static bool IsOfApplication(CodeCall draw) => draw.Owner.Contains("pplication", StringComparison.Ordinal);

    private static void Take(CodeReading reading, RailsMap map, RailsScope scope, CodeCall call)
    {
        switch (call.Path)
        {
            case "namespace":
                map.Enter(call, map.PathsOf(call.Named("path") ?? call.Positional(0)), RailsScopeKind.Plain);
                break;
            case "scope":
                map.Enter(call, map.PathsOf(call.Named("path") ?? Written(reading, call)), RailsScopeKind.Plain);
                map.OpenIf(call.Named("shallow") is not null, call);
                break;
            case "resources" or "resource":
                Resources(reading, map, scope, call);
                break;
            case "member" or "nested":
                map.Enter(call, [""], RailsScopeKind.Plain);
                break;
            case "collection":
                map.Enter(call, [""], RailsScopeKind.Collection);
                break;
            case "new":
                map.Enter(call, ["new"], RailsScopeKind.Collection);
                break;
            case "root":
                map.Add(scope, "GET", [""], call, ofCollection: false, isPrefix: false);
                break;
            case "mount" or "mount_devise_token_auth_for":
                Mount(reading, map, scope, call);
                break;
            case "devise_for":
                map.Add(scope, "*", map.PathsOf(call.Named("path") ?? call.Positional(0)), call, ofCollection: false, isPrefix: true);
                break;
            case "use_doorkeeper" or "use_doorkeeper_openid_connect":
                map.Add(scope, "*", ["oauth", ".well-known"], call, ofCollection: false, isPrefix: true);
                break;
            case "draw":
                map.OpenIf(scope.Whole(false) is not [""], call);
                break;
            case var verb when Verbs.Contains(verb):
                Verb(reading, map, scope, call);
                break;
            case var other:
                map.OpenIf(!Harmless.Contains(other) && reading.Trees[call.First].StartsLine && call.Owner.Length == 0, call);
                map.OpenIf(call.Name == "routes" && call.Owner.Length > 0, call);
                break;
        }
    }

    private static CodeArgument? Written(CodeReading reading, CodeCall call) =>
        call.Positional(0) is { } first && !reading.Trees.Is(first.Value.First, "module") ? first : null;

    private static void Resources(CodeReading reading, RailsMap map, RailsScope scope, CodeCall call)
    {
        List<string>? paths = call.Named("path") is { } path ? map.PathsOf(path)?.ToList() : [];
        foreach (var argument in call.Named("path") is null ? call.Arguments.Where(argument => argument.Name is null) : [])
        {
            paths = paths is not null && map.PathsOf(argument) is { } more ? [.. paths, .. more] : null;
        }

        map.Enter(call, paths, call.Path == "resources" ? RailsScopeKind.Resources : RailsScopeKind.Plain);
        map.OpenIf(call.Named("shallow") is not null || reading.Trees.Is(call.First - 1, "shallow"), call);
        var own = paths?.Select(found => call.Path == "resources" ? found + "/{p}" : found).ToList();
        map.Add(scope, "GET", paths, call, false, false);
        map.Add(scope, "POST", paths, call, false, false);
        map.Add(scope, "GET", paths?.Select(found => found + "/new").ToList(), call, false, false);
        map.Add(scope, "GET", own?.Select(found => found + "/edit").ToList(), call, false, false);
        foreach (var method in new[] { "GET", "PATCH", "PUT", "DELETE" })
        {
            map.Add(scope, method, own, call, false, false);
        }
    }

    // mount Engine => "/x", mount Engine, at: "/x"
    private static void Mount(CodeReading reading, RailsMap map, RailsScope scope, CodeCall call)
    {
        var arrow = call.Positional(0) is { } first ? reading.Trees.Find(first.Value, "=>") : -1;
        var paths =
            call.Named("at") is { } at ? map.PathsOf(at)
            : arrow > 0 ? map.PathsOf(new CodeArgument(null, new TokenRange(arrow + 1, call.Arguments[0].Value.End)))
            : [""];
        map.Add(scope, "*", paths, call, ofCollection: false, isPrefix: true);
    }

    private static void Verb(CodeReading reading, RailsMap map, RailsScope scope, CodeCall call)
    {
        var ofCollection = call.Named("on") is { } on && reading.Literal(on) == "collection";
        foreach (var method in call.Path == "match" ? Methods(reading, call) : [call.Path.ToUpperInvariant()])
        {
            foreach (var argument in call.Arguments.Where(argument => argument.Name is null))
            {
                // get "up" => "rails/health#show"
                var arrow = reading.Trees.Find(argument.Value, "=>");
                var path = arrow > 0 ? argument with { Value = argument.Value with { End = arrow } } : argument;
                map.Add(scope, method, map.PathsOf(path), call, ofCollection, isPrefix: false);
            }
        }
    }

    private static IReadOnlyList<string> Methods(CodeReading reading, CodeCall call)
    {
        List<string> methods = [];
        var via = call.Named("via")?.Value ?? default;
        for (var at = via.First; at < via.End; at++)
        {
            if (reading.Trees.IsKind(at, TokenKind.String))
            {
                methods.Add(Literals.Value(reading.Trees, at).ToUpperInvariant());
            }
        }

        return methods.Count == 0 || methods.Contains("ALL") ? ["*"] : methods;
    }
}

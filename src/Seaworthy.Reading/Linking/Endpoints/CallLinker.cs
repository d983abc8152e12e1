using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Configuration;
using Seaworthy.Reading.Linking.Targets;
using Seaworthy.Reading.Linking.Values;

namespace Seaworthy.Reading.Linking.Endpoints;

/// <summary>Requests in the source of one component to the routes of another.</summary>
internal static class CallLinker
{
    private const int ManyRoutes = 4;

    // Shorter ones are the same everywhere: /list, /login.
    private const int LeastOfTellingName = 6;

    public static IReadOnlyList<RouteCall> Link(Deployment deployment, CodeModules modules)
    {
        CodeValues values = new(modules);
        ComponentPorts ports = new(deployment, values);
        var workloads = WorkloadsByRoot.Of(deployment);
        LoadedCode loading = new(deployment, modules);
        return
        [
            .. from component in deployment.Components
            where component.Code.Any(file => file.Calls.Count > 0)
            let given = new GivenValues(deployment, component, workloads[component.Root])
            let runs = Runs(workloads, component)
            let unused = new UnusedFunctions(deployment, component)
            from file in component.Code
            from call in file.Calls
            from linked in Link(component, file, call, values, given, ports, runs && !IsScript(file, workloads[component.Root], loading))
            select linked with
            {
                UncertainBecause = linked.UncertainBecause ?? ServedElsewhere(linked, deployment.Components),
                IsUnused = !linked.IsServed && unused.Hold(call),
            },
        ];
    }

    private static IEnumerable<RouteCall> Link(
        Component caller,
        CodeFile file,
        HttpCall call,
        CodeValues values,
        GivenValues given,
        ComponentPorts ports,
        bool runs
    )
    {
        var (text, chain) = UrlPattern.Of(call.Url, file, values, given.Find);
        if (!text.Contains("://", StringComparison.Ordinal) && call.Client is { } client)
        {
            // A request that is sent once more, whatever it asked for, or whose first part may be many: a function gives it.
            if (text.TrimEnd('/') == "/" + UrlPattern.Hole || text.StartsWith(UrlPattern.Hole, StringComparison.Ordinal))
            {
                yield break;
            }

            var (start, origin) = UrlPattern.OfBase(client, call, file, values, given.Find);
            text = start.TrimEnd('/') + "/" + text.TrimStart('/');
            chain = [.. chain, .. origin];
        }

        if (
            Address.OfUrl(text) is not [var written]
            || ports.Find(written.Seen()) is not { } found
            || ReferenceEquals(found.Component, caller)
        )
        {
            yield break;
        }

        var callee = found.Component;
        var path = written.Path ?? "/";
        if (
            callee.RoutesIncompleteBecause is not null
            || HasOddHole(path)
            || callee.Code.Any(source => IsOfChannels(source, path))
            // A port of the developer's machine, while the name is another's: the target gives the address.
            || (written.IsLoopback && call.Service is { } service && ports.Named(service) is { } meant && meant != callee)
        )
        {
            yield break;
        }

        var routes = ByNearness(callee, call.Method);
        var prefixed = Meant(routes, path);
        var near = prefixed ?? Alike(routes, path);
        yield return new RouteCall(caller, callee, call.Method, path, call.Span)
        {
            Because = found.Because,
            UncertainBecause = found.UncertainBecause,
            IsGuess = found.IsGuess || !runs,
            Chain = [.. chain.Where(span => span != call.Span)],
            Routes =
            [
                .. callee.Routes.Where(route =>
                    route.Path.Matches(path)
                    && !(route.IsStatic && IsForCode(path))
                    && (route.Method is "*" || route.Method == call.Method || !IsOfOtherWords(route.Path.Text, path))
                ),
            ],
            Near = near,
            IsPrefixSlip = prefixed is not null || (near is not null && LastOf(near.Path.Text) == LastOf(path)),
            MissingPrefix = MissingPrefix(callee, path),
        };
    }

    /// <summary><c>path("orders/stream/", OrderConsumer.as_asgi())</c>, in front of the routes of Django.</summary>
    /// <remarks>Source: Channels, "Routing", URLRouter.</remarks>
    private static bool IsOfChannels(CodeFile file, string path) =>
        file.Language == Language.Python
        && path.Trim('/') is { Length: > 0 } bare
        && file.File.Text.Contains(".as_asgi()", StringComparison.Ordinal)
        && (
            file.File.Text.Contains($"\"{bare}", StringComparison.Ordinal) || file.File.Text.Contains($"'{bare}", StringComparison.Ordinal)
        );

    /// <summary>A third component serves what ends like the path, and the callee nothing that does: the address may be its own.</summary>
    private static string? ServedElsewhere(RouteCall call, IReadOnlyList<Component> components)
    {
        var last = LastOf(call.Path.TrimEnd('/'));
        return call.Routes.Count > 0 || last.Length < LeastOfTellingName || call.Callee.Routes.Any(EndsAlike)
            ? null
            : components
                .Where(other => !ReferenceEquals(other, call.Callee) && !ReferenceEquals(other, call.Caller))
                .SelectMany(
                    other => other.Routes.Where(route => !route.IsStatic && route.Method == call.Method && EndsAlike(route)),
                    (other, route) => $"{other.Title} serves {route.Method} {route.Path}"
                )
                .FirstOrDefault();

        bool EndsAlike(ServedRoute route) => LastOf(route.Path.Text) == last;
    }

    /// <summary>
    /// The route has a word where the call puts a value in: that value may be the word, which is enough to call the path served, and not enough to say that it is served for another method.
    /// </summary>
    private static bool IsOfOtherWords(string route, string path)
    {
        var words = route.Trim('/').Split('/');
        var parts = path.Trim('/').Split('/');
        return words
            .Zip(parts, (word, part) => new { word, part })
            .Any(pair => pair.part == "{}" && pair.word is not (['{' or ':' or '[' or '<' or '*' or '(', ..] or ""));
    }

    /// <summary>Beside what is deployed stand scripts for a person at a desk: in no workload, and without a manifest or in a language of scripts.</summary>
    private static bool Runs(ILookup<string, Workload> workloads, Component component) =>
        workloads[component.Root].Any()
        || (component.Manifests.Count > 0 && (workloads.Count == 0 || component.Language is not Language.Python));

    /// <summary>A Python file that is meant to be started by itself, and that no workload's command loads.</summary>
    private static bool IsScript(CodeFile file, IEnumerable<Workload> workloads, LoadedCode loading) =>
        file.Language == Language.Python
        && file.File.Text.StartsWith("#!", StringComparison.Ordinal)
        && !workloads.Any(workload => loading.Of(workload).Contains(file.File.Path));

    /// <summary>The shortest beginning of a path with which no route begins.</summary>
    private static string MissingPrefix(Component callee, string path)
    {
        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return Enumerable
                .Range(1, segments.Length)
                .Select(count => "/" + string.Join('/', segments[..count]))
                .FirstOrDefault(prefix => !callee.Routes.Any(route => route.Path.MayBegin(prefix)))
            ?? path;
    }

    /// <summary>A hole that is not a whole segment may hold slashes or nothing at all.</summary>
    private static bool HasOddHole(string path) =>
        path.Split('/').Any(segment => segment != UrlPattern.Hole && segment.Contains(UrlPattern.Hole, StringComparison.Ordinal));

    /// <summary>A path without a file's ending is none that a directory of files answers.</summary>
    private static bool IsForCode(string path) =>
        !path[(path.LastIndexOf('/') + 1)..].Contains('.', StringComparison.Ordinal) && path.Length > 1;

    private static List<ServedRoute> ByNearness(Component callee, string method) =>
        [
            .. callee
                .Routes.Where(route => !route.IsStatic)
                .OrderByDescending(route => route.Method == method ? 1 : 0)
                .ThenBy(route => route.Path.Text.Length),
        ];

    /// <summary>A route that matches once its first segments are left out (a prefix is missing in the call), or one segment in its midst.</summary>
    private static ServedRoute? Meant(List<ServedRoute> routes, string path) =>
        routes.Find(route => Tails(route.Path).Any(tail => tail.Matches(path)))
        ?? routes.Find(route => WithOneLess(route.Path).Any(shorter => shorter.Matches(path)));

    private static string LastOf(string path) => path[(path.LastIndexOf('/') + 1)..];

    /// <summary>A route that begins like the path.</summary>
    private static ServedRoute? Alike(List<ServedRoute> routes, string path) =>
        path.Split('/', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(segment => segment != UrlPattern.Hole) is { } first
            ? Nearest([
                .. routes
                    .Where(route => route.Path.Text.Split('/').Contains(first))
                    .Select(route => new Candidate(route, Common(route.Path.Text, path))),
            ])
            : null;

    /// <summary>Where most routes are equally near (all begin with <c>/api/v1</c>), none is.</summary>
    private static ServedRoute? Nearest(IReadOnlyList<Candidate> routes)
    {
        var best = routes.OrderByDescending(pair => pair.Common).FirstOrDefault();
        return routes.Count > ManyRoutes && routes.Count(pair => pair.Common == best?.Common) * 2 > routes.Count ? null : best?.Route;
    }

    /// <summary><c>/api/v1/orders</c> as <c>/api/orders</c>: a version is often what a caller leaves out.</summary>
    private static IEnumerable<RoutePattern> WithOneLess(RoutePattern pattern)
    {
        var segments = pattern.Text.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return Enumerable
            .Range(1, Math.Max(segments.Length - 2, 0))
            .Where(at => segments[at][0] != '{' && segments[at + 1][0] != '{')
            .Select(at => new RoutePattern("/" + string.Join('/', segments[..at].Concat(segments[(at + 1)..]))));
    }

    /// <summary>How many segments two paths begin with alike.</summary>
    private static int Common(string left, string right) =>
        left.Split('/').Zip(right.Split('/'), (one, other) => one == other).TakeWhile(same => same).Count();

    private static IEnumerable<RoutePattern> Tails(RoutePattern pattern)
    {
        var segments = pattern.Text.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return Enumerable
            .Range(1, Math.Max(segments.Length - 1, 0))
            .Where(skip => segments[skip][0] != '{')
            .Select(skip => new RoutePattern("/" + string.Join('/', segments[skip..])));
    }

    /// <param name="Common">How many segments it begins with as the call does.</param>
    private sealed record Candidate(ServedRoute Route, int Common);
}

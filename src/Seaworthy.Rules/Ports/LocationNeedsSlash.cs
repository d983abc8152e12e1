using System.Buffers;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Proxies;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>A regular expression of nginx asks for a slash behind a path that the program serves without one.</summary>
/// <remarks>Source: nginx documentation, "location". Tried with nginx 1.22: <c>^/api/(orders)/</c> does not match <c>/api/orders</c>, and the longest prefix answers.</remarks>
internal sealed class LocationNeedsSlash : Rule<LocationNeedsSlash.SlashLocation>
{
    private static readonly SearchValues<char> Special = SearchValues.Create("([.*+?\\$");

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "ports/location-needs-slash",
            Title = "Location misses path without slash",
            Area = Area.PortsAndHealth,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "Requests without the slash match no location that passes them on, and get 404 or a page.",
            Holds = "The location matches the paths that the program serves.",
        };

    public override IEnumerable<SlashLocation> Subjects(Deployment deployment)
    {
        var callees = deployment
            .Endpoints.Where(use => use is { Origin: EndpointOrigin.Proxy, Callee: not null })
            .SelectMany(use => use.Chain.Prepend(use.Span), (use, span) => new { Span = span, use.Callee })
            .ToLookup(pair => pair.Span, pair => pair.Callee);
        return from file in deployment.Of<NginxFile>()
            from server in file.Servers
            from location in server.Locations
            where location is { NeedSlash.Count: > 0, TargetDirective: "proxy_pass", Target.Path: null, Rewrites.Count: 0 }
            let components = callees[location.Target?.Span ?? location.Span]
                .OfType<Workload>()
                .SelectMany(callee => callee.Components)
                .ToList()
            where components.Count > 0
            select new SlashLocation(server, location, components);
    }

    protected override Subject Identify(SlashLocation subject) => new(subject.Location.Path.Value, subject.Location.Path.Span);

    protected override IEnumerable<Verdict> Check(SlashLocation subject, Deployment deployment)
    {
        var missed = subject
            .Location.NeedSlash.Where(path => !IsAnswered(subject.Server, subject.Location, path))
            .Select(path => new { Path = path, Route = RouteOf(subject.Components, path) })
            .FirstOrDefault(found => found.Route is not null);
        if (missed is not { Route: { } route })
        {
            yield break;
        }

        yield return LikelyFail(
                subject.Location.Path.Span,
                $"`location {subject.Location.Modifier} {subject.Location.Path.Value}` does not match `{missed.Path}`, which the program serves."
            )
            .Related(route.Chain, "served here")
            .Remedy($"End the expression with `(/|$)` instead of `/` in {subject.Location.Path.Span}.")
            .VerifyGone();
    }

    /// <summary>Frameworks of Python serve collections with the slash, and redirect to it.</summary>
    private static ServedRoute? RouteOf(IReadOnlyList<Component> components, string path) =>
        components
            .Where(component => component.Language != Language.Python)
            .SelectMany(component => component.Routes)
            .FirstOrDefault(route => !route.IsStatic && route.Path.Text.Equals(path, StringComparison.OrdinalIgnoreCase));

    /// <summary>Another location passes the path on, or may do so.</summary>
    private static bool IsAnswered(NginxServer server, NginxLocation location, string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        var others = server.Locations.Where(other => other != location).ToList();
        return others.Exists(other =>
                other.IsRegularExpression && (other.Path.Value.Contains(name, StringComparison.Ordinal) || IsWide(other.Path.Value, path))
            )
            || others.Exists(other => other.Modifier == "=" && other.Path.Value == path)
            || others
                .Where(other => other.Modifier is "" or "^~" && path.StartsWith(other.Path.Value, StringComparison.Ordinal))
                .MaxBy(other => other.Path.Value.Length)
                is { Target: not null };
    }

    /// <summary>An expression that goes on with anything behind a beginning of the path.</summary>
    private static bool IsWide(string pattern, string path)
    {
        var literal = pattern.TrimStart('^');
        var end = literal.AsSpan().IndexOfAny(Special);
        return path.StartsWith(end < 0 ? literal : literal[..end], StringComparison.Ordinal)
            && (end < 0 || literal[end] is '.' or '*' or '?' or '[');
    }

    internal sealed record SlashLocation(NginxServer Server, NginxLocation Location, IReadOnlyList<Component> Components);
}

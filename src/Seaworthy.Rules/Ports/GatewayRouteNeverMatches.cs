using Seaworthy.Model;
using Seaworthy.Model.Declared.Configuration;

namespace Seaworthy.Rules.Ports;

/// <summary>A route of Spring Cloud Gateway has two path predicates that no path satisfies together.</summary>
/// <remarks>Source: Spring Cloud Gateway reference, "Route Predicate Factories": several predicates of a route are combined with a logical and.</remarks>
internal sealed class GatewayRouteNeverMatches : Rule<GatewayRouteNeverMatches.Route>
{
    private const string Predicates = ".predicates[";
    private const string PathPredicate = "Path=";

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "ports/gateway-route-never-matches",
            Title = "Gateway route never matches",
            Area = Area.PortsAndHealth,
            Severity = Severity.High,
            Rationale = "All predicates of a route must hold: no request has both paths, and the gateway answers 404.",
            Holds = "The path predicates of the route can hold together.",
        };

    public override IEnumerable<Route> Subjects(Deployment deployment) =>
        from file in deployment.Of<ApplicationProperties>()
        from document in file.Documents
        from predicate in document.Properties
        where
            predicate.Key.StartsWith("spring.cloud.gateway.", StringComparison.Ordinal)
            && predicate.Value.Raw.StartsWith(PathPredicate, StringComparison.Ordinal)
        let at = predicate.Key.LastIndexOf(Predicates, StringComparison.Ordinal)
        where at > 0
        group predicate by new
        {
            file,
            document,
            Key = predicate.Key[..at],
        } into route
        select new Route(route.Key.file, route.Key.Key, [.. route]);

    protected override Subject Identify(Route subject) => new(subject.File.File.Path, subject.Paths[0].Span, subject.Key);

    protected override IEnumerable<Verdict> Check(Route subject, Deployment deployment)
    {
        var paths = subject.Paths;
        for (var at = 1; at < paths.Count; at++)
        {
            if (Patterns(paths[0]).All(one => Patterns(paths[at]).All(other => AreApart(one, other))))
            {
                var joined = string.Join(",", paths.SelectMany(Patterns).Distinct());
                yield return Fail(
                        paths[at].Value.Span,
                        $"The route demands the paths `{string.Join(",", Patterns(paths[0]))}` and `{string.Join(",", Patterns(paths[at]))}` of one request."
                    )
                    .Related(paths[0].Value.Span, "the other predicate")
                    .Remedy($"Write one predicate, `Path={joined}`, in {paths[0].Value.Span}.")
                    .VerifyGone();
                yield break;
            }
        }
    }

    private static IEnumerable<string> Patterns(ApplicationProperty predicate) =>
        predicate.Value.Raw[PathPredicate.Length..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static bool AreApart(string one, string other) =>
        (Stem(one), Stem(other)) is var (left, right)
        && !left.StartsWith(right, StringComparison.Ordinal)
        && !right.StartsWith(left, StringComparison.Ordinal);

    /// <summary>What precedes the first wildcard or variable.</summary>
    private static string Stem(string pattern) => pattern.IndexOfAny(['*', '{', '?', '$']) is >= 0 and var at ? pattern[..at] : pattern;

    /// <summary>A route and its path predicates.</summary>
    internal sealed record Route(ApplicationProperties File, string Key, IReadOnlyList<ApplicationProperty> Paths);
}

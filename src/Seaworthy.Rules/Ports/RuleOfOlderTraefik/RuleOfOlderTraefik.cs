using System.Buffers;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Proxies;

namespace Seaworthy.Rules.Ports;

/// <summary>Traefik 3 reads a rule in version 2 syntax.</summary>
internal sealed class RuleOfOlderTraefik : Rule<IReadOnlyList<RoutingRule>>
{
    private static readonly SearchValues<string> Single = SearchValues.Create(
        ["Host", "HostRegexp", "HostSNI", "HostSNIRegexp", "Path", "PathPrefix", "PathRegexp", "Method", "ClientIP"],
        StringComparison.Ordinal
    );

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "ports/rule-of-older-traefik",
            Title = "Traefik v2 rule syntax",
            Area = Area.PortsAndHealth,
            Severity = Severity.High,
            Rationale =
                "Traefik 3 drops a router with an invalid rule and matches a named pattern as plain text, so the route never answers.",
            Holds = "The rule is valid in Traefik 3.",
        };

    public override IReadOnlyList<Relation> Relations => [new Relation<RoutingRule>(TraefikRules.Link)];

    // The routers of one file are one verdict.
    public override IEnumerable<IReadOnlyList<RoutingRule>> Subjects(Deployment deployment) =>
        deployment.All<RoutingRule>().Where(rule => rule.Major >= 3).GroupBy(rule => rule.Rule.Span.File).Select(same => same.ToList());

    protected override Subject Identify(IReadOnlyList<RoutingRule> subject) => new(subject[0].Rule.Span.File.Path, subject[0].Rule.Span);

    protected override IEnumerable<Verdict> Check(IReadOnlyList<RoutingRule> subject, Deployment deployment)
    {
        var refused = subject.Where(rule => Complaint(rule) is not null).ToList();
        if (refused is not [var first, ..])
        {
            yield break;
        }

        var more = refused.Count > 1 ? $" {refused.Count - 1} more {(refused.Count == 2 ? "is" : "are")} affected." : "";
        yield return Fail(first.Rule.Span, $"The rule of {first.Subject} is not valid for {first.Proxy.Value}: {Complaint(first)}.{more}")
            .Related(first.Proxy.Span)
            .Related(refused.Skip(1).Select(other => other.Rule.Span))
            .Remedy($"Rewrite the rule in {first.Rule.Span} in version 3 syntax, or set `core.defaultRuleSyntax: v2`.")
            .VerifyGone();
    }

    private static string? Complaint(RoutingRule rule) =>
        TraefikMatcher.Of(rule.Rule.Value).Select(Complaint).FirstOrDefault(complaint => complaint is not null);

    private static string? Complaint(TraefikMatcher matcher) =>
        matcher.Name is "Headers" or "HeadersRegexp" or "HostHeader" ? $"version 3 has no `{matcher.Name}`"
        : matcher.Arguments.Count > 1 && Single.Contains(matcher.Name)
            ? $"`{matcher.Name}` takes one value in version 3, not {matcher.Arguments.Count}"
        : matcher.Arguments is [var only] && Single.Contains(matcher.Name) && IsNamed(only) ? $"version 3 matches `{only}` as plain text"
        : null;

    /// <summary><c>{name:…}</c>, and not a number of repetitions as in <c>{2,3}</c>; a Compose variable follows a dollar sign.</summary>
    private static bool IsNamed(string value)
    {
        for (var open = value.IndexOf('{', StringComparison.Ordinal); open >= 0; open = value.IndexOf('{', open + 1))
        {
            var end = open + 1;
            while (end < value.Length && (char.IsAsciiLetterOrDigit(value[end]) || value[end] is '_' or '-'))
            {
                end++;
            }

            if (
                end > open + 1
                && end < value.Length
                && value[end] == ':'
                && char.IsAsciiLetter(value[open + 1])
                && (open == 0 || value[open - 1] != '$')
            )
            {
                return true;
            }
        }

        return false;
    }
}

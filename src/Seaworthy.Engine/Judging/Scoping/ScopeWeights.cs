using Seaworthy.Engine.Configuring;
using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Rules;

namespace Seaworthy.Engine.Judging.Scoping;

/// <summary>What its scope takes from a verdict: what breaks production is critical, the same in development is medium, in a test or a sample low.</summary>
internal sealed class ScopeWeights(Deployment deployment, AuditSettings settings, TrustedTree? trusted)
{
    private const string By = "scope";

    private readonly Scopes scopes = new(deployment, settings, trusted);

    public Verdict Weigh(Verdict verdict)
    {
        var use = verdict.Rule.HarmsAnywhere
            // A copy of it is the same secret: the worst of its places counts.
            ? verdict.Locations.Select(place => scopes.Of(place.Span, harmsAnywhere: true)).MaxBy(one => (int)one.Scope.Scope)
                ?? new SidePlaceUse(SubjectScope.Unstated)
            : scopes.Of(verdict.Locations[0].Span, harmsAnywhere: false);
        var scoped = verdict with { Scope = use.Scope };
        return use.Scope is not { Because: { } because, IsDeployed: false } ? scoped
            // Whether anybody still runs it, the tree does not say. What an old file gives away is no less given away.
            : use.IsGone && verdict.Rule.Area != Area.Secrets ? scoped.LeftOpen(By, because)
            : use.IsTried && IsSafeguard(verdict) ? scoped.LeftOpen(By, $"{because} Whether anybody runs it so, the tree does not say.")
            : scoped.AtMost(Most(verdict.Rule, use.Scope.Scope), By, because);
    }

    /// <summary>Where a file is used, whatever stands in it.</summary>
    public Scope Of(string path) => scopes.Of(new SourceFile(path, "").Whole, harmsAnywhere: false).Scope.Scope;

    /// <summary>What works at a risk. A secret is out wherever it stands, and people follow documents.</summary>
    private static bool IsSafeguard(Verdict verdict) =>
        verdict.Outcome == Outcome.Warn && verdict.Rule.Area is not (Area.Secrets or Area.Documentation);

    private static Severity Most(RuleInfo rule, Scope scope) =>
        (scope, rule.HarmsAnywhere) switch
        {
            (Scope.Production or Scope.Any, _) or (Scope.Development, true) => Severity.Critical,
            (Scope.Development, false) or (_, true) => Severity.Medium,
            _ => Severity.Low,
        };
}

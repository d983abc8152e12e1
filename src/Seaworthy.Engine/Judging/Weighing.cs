using Seaworthy.Engine.Configuring;
using Seaworthy.Engine.Judging.Scoping;
using Seaworthy.Model;
using Seaworthy.Rules;

namespace Seaworthy.Engine.Judging;

/// <summary>
/// What a verdict weighs here, after its rule answered. Each step may lower the severity or the certainty, or leave the question open, and says why (<see cref="Adjustment"/>); none changes what the rule said,
/// and none makes a WARN of a FAIL.
/// </summary>
/// <param name="trusted">The base of a change, whose words count where the change's own do not.</param>
internal sealed class Weighing(Deployment deployment, AuditSettings settings, TrustedTree? trusted)
{
    private readonly RefusedFiles refused = new(deployment);
    private readonly LooseComposeFiles loose = new(deployment);
    private readonly ScopeWeights scopes = new(deployment, settings, trusted);

    public Judgement Of(Judgement judgement)
    {
        var configured = settings.Weigh(judgement);
        return configured with { Verdicts = [.. configured.Verdicts.Select(Of)] };
    }

    /// <summary>Where a file is used, whatever stands in it.</summary>
    public Scope ScopeOf(string path) => scopes.Of(path);

    private Verdict Of(Verdict verdict) =>
        verdict.Outcome is Outcome.Fail or Outcome.Warn ? scopes.Weigh(Precisions.Weigh(loose.Weigh(refused.Weigh(verdict)))) : verdict;
}

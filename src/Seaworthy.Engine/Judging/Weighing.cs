using Seaworthy.Engine.Configuring;
using Seaworthy.Model;

namespace Seaworthy.Engine.Judging;

/// <summary>What the place of a verdict takes away from it, after what the configuration says of its rule.</summary>
/// <param name="trusted">The base of a change, whose words count where the change's own do not.</param>
internal sealed class Weighing(Deployment deployment, AuditSettings settings, TrustedTree? trusted)
{
    private readonly RefusedFiles refused = new(deployment);
    private readonly LooseComposeFiles loose = new(deployment);
    private readonly SidePlaces places = new(deployment, trusted);

    public Judgement Of(Judgement judgement)
    {
        var configured = settings.Weigh(judgement);
        return configured with
        {
            Verdicts =
            [
                .. configured.Verdicts.Select(verdict =>
                    DoubtedWarnings.Weigh(EarnedFailures.Weigh(loose.Weigh(refused.Weigh(places.Weigh(verdict)))))
                ),
            ],
        };
    }
}

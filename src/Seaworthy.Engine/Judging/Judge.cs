using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Rules;

namespace Seaworthy.Engine.Judging;

/// <summary>Puts every rule's question to the deployment, side by side.</summary>
internal static class Judge
{
    /// <param name="rules">Those that are asked.</param>
    /// <param name="deployment">Of what.</param>
    /// <param name="weigh">What becomes of each answer, while others are still asked.</param>
    public static IReadOnlyList<Judgement> All(IReadOnlyList<Rule> rules, Deployment deployment, Func<Judgement, Judgement> weigh)
    {
        var judgements = new Judgement[rules.Count];
        var next = -1;
        // One after the other goes to whoever is free: Parallel.For deals out neighbours together, and slow rules are neighbours.
        Parallel.For(
            0,
            Environment.ProcessorCount,
            _ =>
            {
                for (var index = Interlocked.Increment(ref next); index < rules.Count; index = Interlocked.Increment(ref next))
                {
                    judgements[index] = weigh(One(rules[index], deployment));
                }
            }
        );
        return judgements;
    }

    private static Judgement One(Rule rule, Deployment deployment)
    {
#pragma warning disable CA1031 // A crash in one rule costs that rule, never the audit.
        try
        {
            return new Judgement(rule.Info, [.. rule.Judge(deployment)]);
        }
        catch (Exception exception)
        {
            var message = $"The rule {rule.Info.Id} failed with {exception.GetType().Name}. This is a fault of Seaworthy.";
            return new Judgement(rule.Info, [], new Diagnostic(DiagnosticKind.RuleCrashed, message) { Trace = exception.ToString() });
        }
#pragma warning restore CA1031
    }
}

using System.Globalization;
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
    /// <param name="limit">Steps that one rule may take.</param>
    public static IReadOnlyList<Judgement> All(
        IReadOnlyList<Rule> rules,
        Deployment deployment,
        Func<Judgement, Judgement> weigh,
        long limit = Work.Limit
    )
    {
        var judgements = new Judgement[rules.Count];
        var next = -1;
        // One after the other goes to the thread that is free: Parallel.For deals out neighbours together, and slow rules are neighbours.
        Parallel.For(
            0,
            // Who waits for a relation that another works out leaves its core to the next.
            2 * Environment.ProcessorCount,
            _ =>
            {
                for (var index = Interlocked.Increment(ref next); index < rules.Count; index = Interlocked.Increment(ref next))
                {
                    judgements[index] = weigh(Asker.As(rules[index].Info.Id, () => One(rules[index], deployment, limit)));
                }
            }
        );
        return judgements;
    }

    private static Judgement One(Rule rule, Deployment deployment, long limit)
    {
        List<Verdict> verdicts = [];
#pragma warning disable CA1031 // A crash in one rule costs that rule, never the audit.
        try
        {
            return Work.Within(
                limit,
                () =>
                {
                    // One by one: what was answered before the limit holds.
                    verdicts.AddRange(rule.Judge(deployment));
                    return new Judgement(rule.Info, verdicts);
                }
            );
        }
        catch (Exception exception) when (exception.GetBaseException() is WorkExceededException)
        {
            var message =
                $"The rule {rule.Info.Id} was given up after {Number(limit)} steps and {verdicts.Count} answers: the rest of its subjects is UNKNOWN.";
            return new Judgement(rule.Info, verdicts, new Diagnostic(DiagnosticKind.LimitReached, message));
        }
        catch (Exception exception)
        {
            var message = $"The rule {rule.Info.Id} failed with {exception.GetType().Name}. This is a fault of Seaworthy.";
            return new Judgement(rule.Info, [], new Diagnostic(DiagnosticKind.RuleCrashed, message) { Trace = exception.ToString() });
        }
#pragma warning restore CA1031
    }

    private static string Number(long steps) => steps.ToString("N0", CultureInfo.InvariantCulture);
}

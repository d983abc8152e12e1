using Seaworthy.Rules;

namespace Seaworthy.Engine.Judging;

/// <summary>
/// A rule whose failures were refuted too often when strangers read them against their trees, or that nobody has read yet and that concludes from what is absent, is likely right, not certainly: it warns,
/// and it is as bad as it would be (docs/decisions/0007-a-rule-earns-its-fail.md).
/// </summary>
internal static class EarnedFailures
{
    public static Verdict Weigh(Verdict verdict) =>
        verdict is { Outcome: Outcome.Fail, Confidence: not Confidence.High, Rule.Tool: null }
            ? verdict with
            {
                Outcome = Outcome.Warn,
            }
            : verdict;
}

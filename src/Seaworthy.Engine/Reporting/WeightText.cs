using Seaworthy.Rules;

namespace Seaworthy.Engine.Reporting;

/// <summary>What a verdict weighs, and what changed that, in the words that people read.</summary>
public static class WeightText
{
    /// <summary><c>fail, high, certain</c>.</summary>
    public static string Of(Weight weight) => $"{Words.Of(weight.Outcome)}, {Words.Of(weight.Severity)}, {Words.Of(weight.Certainty)}";

    /// <summary>Each change of outcome or severity in a sentence: <c>WARN, not FAIL …</c>. That evidence is likely and not certain is said by the certainty alone.</summary>
    public static IEnumerable<string> Of(Verdict verdict)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        return verdict
            .Adjustments.Where(adjustment =>
                (adjustment.From.Outcome, adjustment.From.Severity) != (adjustment.To.Outcome, adjustment.To.Severity)
            )
            .Select(adjustment => $"{Change(adjustment)} ({adjustment.By}): {adjustment.Because}");
    }

    private static string Change(Adjustment adjustment) =>
        adjustment.To.Outcome == Outcome.Unknown
            ? "UNKNOWN, not " + Words.Of(adjustment.From.Outcome).ToUpperInvariant()
            : $"{Words.Of(adjustment.To.Severity)}, not {Words.Of(adjustment.From.Severity)}";
}

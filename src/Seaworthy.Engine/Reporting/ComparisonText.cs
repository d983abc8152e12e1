using Seaworthy.Engine.Comparing;
using Seaworthy.Rules;

namespace Seaworthy.Engine.Reporting;

/// <summary>A comparison in the words that people read, the same in a terminal and in a document.</summary>
public static class ComparisonText
{
    /// <summary><c>2 broken, 1 worse, 3 fixed; 41 left as they were (7 FAIL, 34 WARN)</c>.</summary>
    public static string Headline(Comparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        var counts = Enum.GetValues<ChangeKind>()
            .Where(kind => kind != ChangeKind.Left)
            .Select(kind => new { Kind = kind, Count = comparison.With(kind).Count() })
            .Where(counted => counted.Count > 0)
            .Select(counted => $"{counted.Count} {Words.Of(counted.Kind)}")
            .ToList();
        var left = comparison.With(ChangeKind.Left).Select(change => change.Shown).Where(finding => finding.Suppression is null).ToList();
        var failed = left.Count(finding => finding.Outcome == Outcome.Fail);
        return $"{(counts.Count > 0 ? string.Join(", ", counts) : "Nothing broken, nothing fixed")}; {left.Count} left as before ({failed} FAIL, {left.Count - failed} WARN)";
    }

    /// <summary><c>Score 4.0 → 5.2 of 10: not ready</c>; null when neither side has a score.</summary>
    public static string? Score(Comparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        var (before, after) = (comparison.Before.Score, comparison.After.Score);
        return before.Total is null && after.Total is null ? null
            : after.Unjudged.Count > 0
                ? $"Score {ScoreText.Number(before.Total)} → not known ({after.Unjudged.Count} {(after.Unjudged.Count == 1 ? "file" : "files")} not judged): {ScoreText.Answer(after)}"
            : $"Score {ScoreText.Number(before.Total)} → {ScoreText.Number(after.Total)} of 10: {ScoreText.Answer(after)}";
    }

    /// <summary>The heading over what the head would loosen.</summary>
    public const string LoosenedTitle = "This change loosens the audit";

    /// <summary>Said below that heading.</summary>
    public const string LoosenedEffect = "Nothing of this took effect: both sides are judged by the word of the base.";

    /// <summary>The heading over the changes of a kind.</summary>
    public static string Title(ChangeKind kind) =>
        kind switch
        {
            ChangeKind.Broken => "This change breaks",
            ChangeKind.Worse => "This change makes worse",
            ChangeKind.Unclear => "No longer known",
            ChangeKind.Accepted => "Accepted now",
            ChangeKind.Eased => "This change eases",
            ChangeKind.Fixed => "This change fixes",
            _ => "Left as before",
        };
}

using Seaworthy.Engine.Judging;
using Seaworthy.Rules;

namespace Seaworthy.Engine.Grouping;

/// <summary>One root cause is one finding: what one rule says of one place for several subjects (a Dockerfile that three targets build) is reported once, with every place.</summary>
internal static class VerdictMerging
{
    private const int NamesShown = 3;

    public static Judgement Merge(Judgement judgement) =>
        judgement with
        {
            Verdicts = [.. judgement.Verdicts.GroupBy(Cause.Of).Select(same => Merge([.. same]))],
        };

    private static Verdict Merge(IReadOnlyList<Verdict> same)
    {
        if (same.Count == 1)
        {
            return same[0];
        }

        // The order of subjects depends on the model's; the worst of them speaks for all.
        var first = same.OrderByDescending(verdict => (int)verdict.Severity)
            .ThenBy(verdict => verdict.About, StringComparer.Ordinal)
            .First();
        return first with
        {
            Subject = Names([.. same.Select(verdict => verdict.About).Distinct().Order(StringComparer.Ordinal)]),
            Detail = null,
            Locations = [.. first.Locations.Concat(same.SelectMany(verdict => verdict.Locations)).DistinctBy(location => location.Span)],
        };
    }

    private static string Names(IReadOnlyList<string> subjects) =>
        subjects.Count <= NamesShown
            ? string.Join(", ", subjects)
            : $"{string.Join(", ", subjects.Take(NamesShown))} and {subjects.Count - NamesShown} more";

    /// <summary>What verdicts of one rule with one root cause share.</summary>
    private sealed record Cause(Outcome Outcome, string Path, int Start, int Length, string Message)
    {
        // Of a whole file, a rule may have several different things to say.
        public static Cause Of(Verdict verdict)
        {
            var place = verdict.Locations[0].Span;
            var message = place.IsWholeFile ? $"{verdict.About}\n{verdict.Message}" : "";
            return new Cause(verdict.Outcome, place.File.Path, place.Start, place.Length, message);
        }
    }
}

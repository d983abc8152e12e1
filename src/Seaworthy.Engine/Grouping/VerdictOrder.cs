using Seaworthy.Rules;

namespace Seaworthy.Engine.Grouping;

/// <summary>The order of every report: area, then the gravest first, then rule, subject and place. Complete, so that no two runs differ.</summary>
internal static class VerdictOrder
{
    public static IReadOnlyList<Verdict> Sort(IEnumerable<Verdict> verdicts) =>
        [
            .. verdicts
                .OrderBy(verdict => verdict.Rule.Area)
                .ThenByDescending(verdict => verdict.Severity)
                .ThenBy(verdict => verdict.Rule.Id, StringComparer.Ordinal)
                .ThenBy(verdict => verdict.Subject, StringComparer.Ordinal)
                .ThenBy(verdict => verdict.Locations[0].Span.File.Path, StringComparer.Ordinal)
                .ThenBy(verdict => verdict.Locations[0].Span.Start)
                .ThenBy(verdict => verdict.Locations[0].Span.Length)
                .ThenByDescending(verdict => verdict.Outcome)
                .ThenBy(verdict => verdict.Message, StringComparer.Ordinal),
        ];
}

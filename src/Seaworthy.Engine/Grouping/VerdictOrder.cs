using Seaworthy.Model.Source;
using Seaworthy.Rules;

namespace Seaworthy.Engine.Grouping;

/// <summary>The order of every report: area, then the gravest first, then rule, subject and place. Complete, so that no two runs differ.</summary>
internal static class VerdictOrder
{
    private static readonly Comparer<Verdict> Complete = Comparer<Verdict>.Create(Compare);

    public static IReadOnlyList<Verdict> Sort(IEnumerable<Verdict> verdicts) => [.. verdicts.Order(Complete)];

    private static int Compare(Verdict left, Verdict right) =>
        (int)left.Rule.Area - (int)right.Rule.Area is not 0 and var area ? area
        : (int)right.Severity - (int)left.Severity is not 0 and var severity ? severity
        : string.CompareOrdinal(left.Rule.Id, right.Rule.Id) is not 0 and var rule ? rule
        : string.CompareOrdinal(left.Subject, right.Subject) is not 0 and var subject ? subject
        : Place(left.Locations[0].Span, right.Locations[0].Span) is not 0 and var place ? place
        : (int)right.Outcome - (int)left.Outcome is not 0 and var outcome ? outcome
        : string.CompareOrdinal(left.Message, right.Message);

    private static int Place(SourceSpan left, SourceSpan right) =>
        string.CompareOrdinal(left.File.Path, right.File.Path) is not 0 and var path ? path
        : left.Start != right.Start ? left.Start - right.Start
        : left.Length - right.Length;
}

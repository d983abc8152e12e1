using Seaworthy.Engine.Grouping;
using Seaworthy.Model.Source;
using Seaworthy.Rules;

namespace Seaworthy.Engine.Comparing;

/// <summary>
/// Which finding of the head is which of the base. The fingerprint tells most; a line whose words changed, a file that was renamed and a cause that lost its first place keep their finding by what is still the same.
/// </summary>
internal sealed class FindingPairs
{
    private readonly RepositoryTree treeBefore;
    private readonly RepositoryTree treeAfter;
    private readonly List<Finding> before;
    private readonly List<Finding> after;
    private readonly List<FindingPair> pairs = [];

    private FindingPairs(RepositoryTree treeBefore, IEnumerable<Finding> before, RepositoryTree treeAfter, IEnumerable<Finding> after)
    {
        (this.treeBefore, this.treeAfter) = (treeBefore, treeAfter);
        (this.before, this.after) = ([.. before], [.. after]);
    }

    /// <summary>The same finding on both sides.</summary>
    public IReadOnlyList<FindingPair> Pairs => pairs;

    /// <summary>Findings of the base that the head has not.</summary>
    public IReadOnlyList<Finding> OnlyBefore => before;

    /// <summary>Findings of the head that the base has not.</summary>
    public IReadOnlyList<Finding> OnlyAfter => after;

    /// <summary>Of all faults, those included that somebody accepts.</summary>
    public static FindingPairs Of(Report before, Report after)
    {
        FindingPairs found = new(
            before.Deployment.Tree,
            before.Findings.Concat(before.Suppressed).Where(finding => finding.IsFault),
            after.Deployment.Tree,
            after.Findings.Concat(after.Suppressed).Where(finding => finding.IsFault)
        );
        found.Pair(finding => finding.Id);
        found.Pair(finding => new
        {
            finding.Rule.Id,
            finding.Verdict.About,
            Path = PathOf(finding),
            finding.Verdict.Message,
        });
        found.PairWherePlacesMeet();
        found.PairRenamed();
        return found;
    }

    private void Pair<TKey>(Func<Finding, TKey> key)
        where TKey : notnull
    {
        var known = before.GroupBy(key).ToDictionary(same => same.Key, same => new Queue<Finding>(same));
        Take(finding => known.GetValueOrDefault(key(finding))?.TryDequeue(out var first) == true ? first : null);
    }

    // One cause is reported once, at its first place: when that is fixed, the finding stands at the next.
    private void PairWherePlacesMeet() =>
        Take(finding =>
            before.Find(one =>
                one.Rule.Id == finding.Rule.Id
                && one.Verdict.About == finding.Verdict.About
                && (Names(one, PathOf(finding)) || Names(finding, PathOf(one)))
                && !IsOtherFault(one, finding)
            )
        );

    /// <summary>
    /// A file with one known fault would let every other of its kind in, one for one: where both break something and the file itself is all that they are about, the words of the message or of the line must be the same.
    /// </summary>
    private static bool IsOtherFault(Finding before, Finding after) =>
        before.Verdict.Subject == PathOf(before)
        && before.Outcome == Outcome.Fail
        && after.Outcome == Outcome.Fail
        && before.Verdict.Message != after.Verdict.Message
        && Fingerprints.Words(before.Primary.Span) != Fingerprints.Words(after.Primary.Span);

    private void PairRenamed() =>
        Take(finding =>
            treeBefore.Find(PathOf(finding)) is null
                ? before.Find(one =>
                    one.Rule.Id == finding.Rule.Id
                    && SubjectOf(one) == SubjectOf(finding)
                    && Fingerprints.Words(one.Primary.Span) == Fingerprints.Words(finding.Primary.Span)
                    && treeAfter.Find(PathOf(one)) is null
                )
                : null
        );

    // What is said of a file as a whole is said of it under its new name.
    private static string SubjectOf(Finding finding) =>
        finding.Verdict.Subject == PathOf(finding) ? finding.Verdict.Detail ?? "" : finding.Verdict.About;

    private void Take(Func<Finding, Finding?> sameBefore)
    {
        foreach (var finding in after.ToList())
        {
            if (sameBefore(finding) is { } same)
            {
                pairs.Add(new FindingPair(same, finding));
                before.Remove(same);
                after.Remove(finding);
            }
        }
    }

    private static string PathOf(Finding finding) => finding.Primary.Span.File.Path;

    private static bool Names(Finding finding, string path) => finding.Verdict.Locations.Any(location => location.Span.File.Path == path);
}

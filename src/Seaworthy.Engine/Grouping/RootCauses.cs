using Seaworthy.Model;
using Seaworthy.Rules;

namespace Seaworthy.Engine.Grouping;

/// <summary>
/// Findings by what is to be fixed: what a rule says in the same words of several places is reported once, and what follows from another finding is folded under it. Nothing is merged: every finding keeps its
/// name, its place in the score and its say at the gate.
/// </summary>
public sealed class RootCauses
{
    private readonly Dictionary<Finding, RootCause> byFinding = new(ReferenceEqualityComparer.Instance);

    private readonly IReadOnlyDictionary<Finding, Finding> replaced;

    private RootCauses(IReadOnlyList<RootCause> all, IReadOnlyDictionary<Finding, Finding>? replaced = null)
    {
        this.replaced = replaced ?? new Dictionary<Finding, Finding>();
        All = all;
        foreach (var cause in all)
        {
            foreach (var finding in cause.All)
            {
                byFinding[finding] = cause;
            }
        }
    }

    /// <summary>In the order of their leads in the report.</summary>
    public IReadOnlyList<RootCause> All { get; }

    /// <summary>The same, each lead with the places of those for which it speaks.</summary>
    public RootCauses WithSharedRemedies()
    {
        var open = SharedRemedies.Of(All);
        return open.Count == 0
            ? this
            : new RootCauses([.. All.Select(cause => cause with { Lead = open.GetValueOrDefault(cause.Lead) ?? cause.Lead })], open);
    }

    /// <summary>The findings from which these causes were made, in their order, as they are reported now.</summary>
    public IReadOnlyList<Finding> AsTold(IReadOnlyList<Finding> findings) =>
        replaced.Count == 0 ? findings : [.. findings.Select(finding => replaced.GetValueOrDefault(finding) ?? finding)];

    /// <summary>Some of them.</summary>
    public RootCauses Where(Func<RootCause, bool> isWanted) => new([.. All.Where(isWanted)], replaced);

    /// <summary>Null for what holds.</summary>
    public RootCause? Of(Finding finding) => byFinding.GetValueOrDefault(finding);

    /// <summary>Whether a finding is reported for itself.</summary>
    public bool IsLead(Finding finding) => ReferenceEquals(Of(finding)?.Lead, finding);

    /// <summary>How many things are to be fixed for findings of one outcome.</summary>
    public int Count(Outcome outcome) => All.Count(cause => cause.Lead.Outcome == outcome);

    public static RootCauses Of(IReadOnlyList<Finding> findings, Deployment deployment)
    {
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(deployment);
        var open = findings.Where(finding => finding.Outcome != Outcome.Pass).ToList();
        SharedCause shared = new(deployment);
        // Findings stand in the order of the report: the first of those alike is the gravest.
        var groups = Tied(
                open,
                finding =>
                    shared
                        .Marks(finding)
                        .Select(
                            object (mark) =>
                                new
                                {
                                    finding.Rule.Id,
                                    finding.Outcome,
                                    mark,
                                }
                        )
            )
            .Select(same => new RootCause(same[0]) { Alike = [.. same.Skip(1)] })
            .ToList();
        var families = Tied(
            groups,
            group =>
                group
                    .All.SelectMany(shared.Lines)
                    .SelectMany(line => Family.Of(group.Lead.Rule.Id).Select(object (family) => new { family, line }))
        );
        Dictionary<Finding, int> order = new(ReferenceEqualityComparer.Instance);
        foreach (var (index, finding) in open.Index())
        {
            order[finding] = index;
        }

        return new RootCauses([.. families.Select(Folded).OrderBy(cause => order[cause.Lead])]);
    }

    /// <summary>The gravest speaks for all.</summary>
    private static RootCause Folded(IReadOnlyList<RootCause> family)
    {
        var lead = family
            .OrderByDescending(cause => (int)cause.Lead.Outcome)
            .ThenByDescending(cause => (int)cause.Lead.Severity)
            .ThenBy(cause => Family.Rank(cause.Lead.Rule.Id))
            .First();
        return lead with { Consequences = [.. family.Where(cause => cause != lead).SelectMany(cause => cause.All)] };
    }

    private static IReadOnlyList<IReadOnlyList<T>> Tied<T>(IReadOnlyList<T> items, Func<T, IEnumerable<object>> marks)
    {
        Ties ties = new();
        foreach (var item in items)
        {
            ties.Add(marks(item));
        }

        return
        [
            .. items.Index().GroupBy(pair => ties.Root(pair.Index)).Select(same => (IReadOnlyList<T>)[.. same.Select(pair => pair.Item)]),
        ];
    }
}

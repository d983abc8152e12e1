using System.Text.RegularExpressions;
using Seaworthy.Engine.Reporting.Secrets;
using Seaworthy.Model.Source;
using Seaworthy.Rules;

namespace Seaworthy.Engine.Comparing;

/// <summary>What a change breaks, fixes and leaves: the audits of both its sides, finding by finding.</summary>
public sealed partial record Comparison
{
    public required Report Before { get; init; }

    public required Report After { get; init; }

    /// <summary>By kind, then in the order of the report that shows it.</summary>
    public required IReadOnlyList<FindingChange> Changes { get; init; }

    /// <summary>What the head would loosen of the audit itself; none of it took effect.</summary>
    public IReadOnlyList<Loosening> Loosened { get; init; } = [];

    /// <summary>Something went wrong on our side in one of the audits: changes may be missing.</summary>
    public bool IsIncomplete => Before.IsIncomplete || After.IsIncomplete;

    /// <summary>What to tell besides: all that went wrong on either side, and what else is new on the head.</summary>
    public IEnumerable<Diagnostic> Diagnostics =>
        Before.Diagnostics.Where(diagnostic => diagnostic.IsIncomplete).Union(After.Diagnostics.Where(IsNews));

    public static Comparison Of(Report before, Report after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        Quotations.Share(before.Deployment, after.Deployment);
        before = Masked(before);
        after = Masked(after with { Diagnostics = [.. after.Diagnostics.Union(UnreadFiles.Of(before, after))] });
        var pairs = FindingPairs.Of(before, after);
        var saidBefore = Said(before);
        var saidAfter = Said(after);
        var changes = pairs
            .Pairs.Select(pair => new FindingChange(Kind(pair.Before, pair.After), pair.Before, pair.After))
            .Concat(
                pairs
                    .OnlyAfter.Where(finding => finding.Suppression is null)
                    .Select(finding => new FindingChange(ChangeKind.Broken, saidBefore.GetValueOrDefault(Key(finding)), finding))
            )
            .Concat(
                pairs
                    .OnlyBefore.Where(finding => finding.Suppression is null)
                    .Select(finding => Gone(finding, saidAfter.GetValueOrDefault(Key(finding))))
            );
        var order = Order(after.Findings, after.Suppressed, before.Findings, before.Suppressed);
        return new Comparison
        {
            Before = before,
            After = after,
            Changes = [.. changes.OrderBy(change => (int)change.Kind).ThenBy(change => order[change.Shown])],
        };
    }

    /// <summary>The same with what the head would loosen; the words of configurations and comments are masked like all others.</summary>
    public Comparison Loosening(IReadOnlyList<Loosening> loosened)
    {
        var quotations = Quotations.Of(After.Deployment);
        return this with { Loosened = [.. loosened.Select(one => one with { What = quotations.ByValue(one.What) })] };
    }

    private static Report Masked(Report report)
    {
        VerdictMask mask = new(Quotations.Of(report.Deployment));
        return report with
        {
            Findings = mask.Of(report.Findings),
            Suppressed = mask.Of(report.Suppressed),
            Diagnostics = mask.Of(report.Diagnostics),
        };
    }

    public IEnumerable<FindingChange> With(ChangeKind kind) => Changes.Where(change => change.Kind == kind);

    /// <summary>Whether the change brings a finding that blocks.</summary>
    public bool ClosesGate =>
        Changes.Any(change => change is { IsHarm: true, Shown: { Suppression: null } finding } && After.ExitGate.IsClosedBy(finding));

    /// <summary>The side whose files show the finding.</summary>
    public Report Shows(FindingChange change) => ReferenceEquals(change?.Shown, change?.After) ? After : Before;

    /// <summary>The report of the head with the findings alone that the change brings or makes graver.</summary>
    public Report Harm() => After with { Findings = [.. Changes.Where(change => change.IsHarm).Select(change => change.Shown)] };

    /// <summary>The same without changes of findings below a severity, which is noted.</summary>
    public Comparison From(Severity least)
    {
        IReadOnlyList<FindingChange> shown = [.. Changes.Where(change => change.Shown.Severity >= least)];
        return shown.Count == Changes.Count
            ? this
            : this with
            {
                Changes = shown,
                After = After with { Diagnostics = [.. After.Diagnostics, Report.LeftOut(Changes.Count - shown.Count, least)] },
            };
    }

    // Comments that the base does not hold are reported as loosened.
    private bool IsNews(Diagnostic diagnostic) =>
        diagnostic.IsIncomplete || (diagnostic.Kind != DiagnosticKind.CommentUntrusted && !Before.Diagnostics.Contains(diagnostic));

    private static ChangeKind Kind(Finding before, Finding after) =>
        (before.Suppression, after.Suppression) switch
        {
            (null, not null) => ChangeKind.Accepted,
            (not null, null) => ChangeKind.Broken,
            (not null, not null) => ChangeKind.Left,
            _ => Gravity(after).CompareTo(Gravity(before)) switch
            {
                > 0 => ChangeKind.Worse,
                < 0 => ChangeKind.Eased,
                _ when after.IsFault && Variables(after).Except(Variables(before)).Any() => ChangeKind.Worse,
                _ => ChangeKind.Left,
            },
        };

    /// <summary>The variables that a message names: one finding speaks of all that a service lacks.</summary>
    private static IEnumerable<string> Variables(Finding finding) =>
        VariableName().Matches(finding.Verdict.Message).Select(match => match.Value);

    [GeneratedRegex("\\b[A-Z][A-Z0-9]*(_[A-Z0-9]+)+\\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex VariableName();

    private static (Outcome, Severity) Gravity(Finding finding) => (finding.Outcome, finding.Severity);

    private static FindingChange Gone(Finding before, Finding? now) =>
        new(now?.Outcome == Outcome.Unknown ? ChangeKind.Unclear : ChangeKind.Fixed, before, now);

    // What a rule says of a subject in a file besides its faults; of several answers the one that knows least.
    private static Dictionary<Question, Finding> Said(Report report) =>
        report
            .Findings.Where(finding => finding.Outcome is Outcome.Pass or Outcome.Unknown)
            .GroupBy(Key)
            .ToDictionary(same => same.Key, same => same.OrderByDescending(finding => finding.Outcome == Outcome.Unknown ? 1 : 0).First());

    private static Question Key(Finding finding) => new(finding.Rule.Id, finding.Verdict.Subject, finding.Primary.Span.File.Path);

    private static Dictionary<Finding, int> Order(params IReadOnlyList<Finding>[] lists)
    {
        Dictionary<Finding, int> order = new(ReferenceEqualityComparer.Instance);
        foreach (var finding in lists.SelectMany(list => list))
        {
            order.TryAdd(finding, order.Count);
        }

        return order;
    }

    private sealed record Question(string Rule, string Subject, string Path);
}

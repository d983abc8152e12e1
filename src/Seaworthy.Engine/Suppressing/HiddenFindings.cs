using System.Globalization;
using Seaworthy.Engine.Grouping;
using Seaworthy.Engine.Importing;
using Seaworthy.Engine.Judging;
using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Discovery;
using Seaworthy.Rules;

namespace Seaworthy.Engine.Suppressing;

/// <summary>
/// What would close the gate of the command line, and does not because the audited tree's own configuration turns a rule or an area off, lowers a severity, excludes a path or accepts the finding.
/// Comments and facts are no part of it: the first stand beside the line and are listed, the second enter the model.
/// </summary>
internal static class HiddenFindings
{
    private const int PlacesShown = 3;

    /// <param name="options">Whose gate counts what is hidden.</param>
    /// <param name="repository">The audited tree.</param>
    /// <param name="deployment">What was read of it.</param>
    /// <param name="rules">All that there are.</param>
    /// <param name="shown">What the report counts.</param>
    public static IReadOnlyList<Finding> Of(
        AuditOptions options,
        Repository repository,
        Deployment deployment,
        IReadOnlyList<Rule> rules,
        IReadOnlyList<Finding> shown
    )
    {
        if (options.CountsHidden is not { } level || level == GateLevel.Never || !options.Settings.HidesSomething)
        {
            return [];
        }

        var gate = options.Gate.Over(level);
        var plain = options with { Settings = options.Settings.WithNothingHidden() };
        Weighing weighing = new(deployment, plain.Settings, options.Trusted);
        var own = Judge.All(
            [.. rules.Concat(plain.Settings.Custom).Where(rule => plain.Asks(rule.Info))],
            deployment,
            judgement => VerdictMerging.Merge(weighing.Of(judgement))
        );
        var imported = Importer.Join(plain, own, repository, deployment);
        var judgements = imported.Own.Concat(imported.Others.Select(judgement => VerdictMerging.Merge(weighing.Of(judgement)))).ToList();
        var findings = Fingerprints.Assign(VerdictOrder.Sort(judgements.SelectMany(judgement => judgement.Verdicts)));
        var counted = Suppressor.Sort(findings, deployment, plain, judgements.Select(judgement => judgement.Rule)).Counted;
        var known = shown.Where(Closes).Select(finding => finding.Id).ToHashSet(StringComparer.Ordinal);
        return [.. counted.Where(finding => Closes(finding) && !known.Contains(finding.Id))];

        bool Closes(Finding finding) => gate.IsClosedBy(finding);
    }

    /// <summary>That there are some, in one sentence; null when there are none.</summary>
    public static Diagnostic? Tell(IReadOnlyList<Finding> hidden, AuditOptions options) =>
        hidden.Count == 0
            ? null
            : new Diagnostic(
                DiagnosticKind.FindingsHidden,
                $"The configuration hides {hidden.Count.ToString(CultureInfo.InvariantCulture)} FAIL that --fail-on {Word(options)} counts: {Places(hidden)}.",
                options.Settings.Path
            );

    private static string Word(AuditOptions options) => options.CountsHidden?.ToString().ToLowerInvariant() ?? "";

    private static string Places(IReadOnlyList<Finding> hidden) =>
        string.Join(", ", hidden.Take(PlacesShown).Select(finding => $"{finding.Rule.Id} ({finding.Primary.Span})"))
        + (hidden.Count > PlacesShown ? $" and {(hidden.Count - PlacesShown).ToString(CultureInfo.InvariantCulture)} more" : "");
}

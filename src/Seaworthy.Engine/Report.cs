using Seaworthy.Engine.Answering;
using Seaworthy.Engine.Claims;
using Seaworthy.Engine.Configuring;
using Seaworthy.Engine.Grouping;
using Seaworthy.Engine.Planning;
using Seaworthy.Engine.Reporting;
using Seaworthy.Engine.Reporting.Secrets;
using Seaworthy.Engine.Scoring;
using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Rules;

namespace Seaworthy.Engine;

/// <summary>What an audit found, ready to be written in any form. The same repository gives the same report on every machine.</summary>
public sealed record Report
{
    public required Deployment Deployment { get; init; }

    /// <summary>Whose report it is; null outside git.</summary>
    public RepositoryIdentity? Repository { get; init; }

    /// <summary>Every verdict that counts, PASS included, ordered by area, severity, rule, subject and place.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>The same findings by what is to be fixed.</summary>
    public required RootCauses Causes { get; init; }

    /// <summary>Findings that a comment, the configuration or a baseline accepts, in the same order. They close no gate, and no report is silent about them.</summary>
    public IReadOnlyList<Finding> Suppressed { get; init; } = [];

    /// <summary>What the gate of the command line counts although the audited tree's own configuration takes it out of the audit.</summary>
    public IReadOnlyList<Finding> Hidden { get; init; } = [];

    /// <summary>One row per rule, in the order of the rules.</summary>
    public required IReadOnlyList<RuleSummary> Rules { get; init; }

    /// <summary>The answer for each target, the worst of those that are deployed first.</summary>
    public IReadOnlyList<TargetAnswer> Targets { get; init; } = [];

    /// <summary>How fit it is, area by area, and how much could be judged.</summary>
    public required Score Score { get; init; }

    /// <summary>What to fix first, and what that wins.</summary>
    public required Plan Plan { get; init; }

    public required IReadOnlyList<Diagnostic> Diagnostics { get; init; }

    /// <summary>The settings of the audit.</summary>
    public AuditSettings Settings { get; init; } = AuditSettings.None;

    /// <summary>Something went wrong on our side: verdicts may be missing.</summary>
    public bool IsIncomplete => Diagnostics.Any(diagnostic => diagnostic.IsIncomplete);

    /// <summary>The line of a place as a report may show it: every secret that was found in the file is masked, and whatever else looks like one.</summary>
    public string LineAt(SourceSpan span) =>
        Guarded.Contains(new GuardedLine(span.File.Path, span.StartLine)) ? Quote.Key(span) : Quoting.Line(span);

    /// <summary>The address of a place at the repository's host; null where it is not known, and where the file is not as it was committed.</summary>
    public string? Permalink(SourceSpan span)
    {
        ArgumentNullException.ThrowIfNull(span);
        return Repository is { } repository && Deployment.Tree.Find(span.File.Path) is { IsCommitted: true, IsSymbolicLink: false }
            ? repository.Permalink(span.File.Path, span.IsWholeFile ? null : span.StartLine)
            : null;
    }

    /// <summary>A sentence about an audited file as a report may show it.</summary>
    internal string Quoted(string text) => Quoting.Text(text);

    private Quotations Quoting => field ??= Quotations.Of(Deployment);

    /// <summary>Lines in which another tool found a secret: nobody tells which part of them it is.</summary>
    private HashSet<GuardedLine> Guarded =>
        field ??= [
            .. Findings
                .Concat(Suppressed)
                .Where(finding =>
                    finding.Rule is { Tool: not null, Area: Area.Secrets }
                    || finding.Verdict.Message.Contains("Also found by", StringComparison.Ordinal) && finding.Rule.Area == Area.Secrets
                )
                .Select(finding => new GuardedLine(finding.Primary.Span.File.Path, finding.Primary.Span.StartLine)),
        ];

    public IEnumerable<Finding> With(Outcome outcome) => Findings.Where(finding => finding.Outcome == outcome);

    /// <summary>Which findings block, as the report says it.</summary>
    public Gate Gate => ExitGate.InReports;

    /// <summary>It blocks, and nobody accepts it.</summary>
    public bool IsBlockedBy(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding.Suppression is null && Gate.IsClosedBy(finding);
    }

    /// <summary>What a command of <c>--with</c> claimed, each checked; null where none was asked, or none answered.</summary>
    public IReadOnlyList<ClaimAnswer>? Claims { get; init; }

    /// <summary>Which findings make the exit code 1.</summary>
    public Gate ExitGate { get; init; } = Gate.Default;

    /// <summary>Those that do, in the order of the report.</summary>
    public IEnumerable<Finding> Blocking => Findings.Where(ExitGate.IsClosedBy);

    /// <summary>The same report without faults and doubts below a severity: what blocks, the score and the plan stay what they are.</summary>
    public Report From(Severity least)
    {
        IReadOnlyList<Finding> shown = [.. Findings.Where(IsShown)];
        var hidden = Findings.Count - shown.Count;
        return hidden == 0
            ? this
            : this with
            {
                Findings = shown,
                Causes = Causes.Where(cause => cause.All.Any(IsShown)),
                Suppressed = [.. Suppressed.Where(IsShown)],
                Diagnostics = [.. Diagnostics, LeftOut(hidden, least)],
            };

        bool IsShown(Finding finding) => finding.Outcome == Outcome.Pass || finding.Severity >= least;
    }

    internal static Diagnostic LeftOut(int hidden, Severity least) =>
        new(
            DiagnosticKind.FindingsLeftOut,
            $"{(hidden == 1 ? "1 finding" : $"{hidden} findings")} below {Words.Of(least)} not shown (--min-severity)."
        );

    private sealed record GuardedLine(string Path, int Line);
}

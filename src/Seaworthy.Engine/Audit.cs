using Seaworthy.Engine.Answering;
using Seaworthy.Engine.Comparing;
using Seaworthy.Engine.Configuring;
using Seaworthy.Engine.Grouping;
using Seaworthy.Engine.Importing;
using Seaworthy.Engine.Judging;
using Seaworthy.Engine.Planning;
using Seaworthy.Engine.Reporting.Secrets;
using Seaworthy.Engine.Scoring;
using Seaworthy.Engine.Suppressing;
using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Reading;
using Seaworthy.Reading.Discovery;
using Seaworthy.Rules;

namespace Seaworthy.Engine;

/// <summary>
/// The whole way from a repository to a report: discover, parse, extract, link, judge, group, suppress, score, plan.
/// Start reading here: each line is one stage, and each stage has a folder of its name.
/// </summary>
public static class Audit
{
    /// <summary>Makes what every audit needs and no repository changes. Who has something else to wait for first (git, a directory) begins with this beside it.</summary>
    public static Task Prepare() =>
        Task.Run(() =>
        {
            DeploymentReader.Prepare();
            return AllRules.List;
        });

    /// <param name="repository">A directory, a git revision, or memory.</param>
    /// <param name="onStage">Receives what begins, for a caller that waits.</param>
    public static Report Run(Repository repository, Action<string>? onStage = null) => Run(repository, new AuditOptions(), onStage);

    /// <param name="repository">A directory, a git revision, or memory.</param>
    /// <param name="options">What the audit is given besides.</param>
    /// <param name="onStage">Receives what begins, for a caller that waits.</param>
    public static Report Run(Repository repository, AuditOptions options, Action<string>? onStage = null) =>
        // The rules are made while the files are read.
        Run(repository, Task.Run(() => AllRules.List), options, onStage);

    internal static Report Run(Repository repository, IReadOnlyList<Rule> rules, AuditOptions? options = null) =>
        Run(repository, Task.FromResult(rules), options ?? new AuditOptions(), onStage: null);

    /// <summary>The relations that rules bring along, one by one: the rules are waited for where files are joined, and not before.</summary>
    private static IEnumerable<Relation> RelationsOf(Task<IReadOnlyList<Rule>> rules)
    {
        foreach (var rule in rules.GetAwaiter().GetResult())
        {
            foreach (var relation in rule.Relations)
            {
                yield return relation;
            }
        }
    }

    private static Report Run(Repository repository, Task<IReadOnlyList<Rule>> rules, AuditOptions options, Action<string>? onStage)
    {
        onStage?.Invoke("reading the repository");
        var listing = options.Listing ?? repository.List();
        var reading = new DeploymentReader(options.Settings.Facts, RelationsOf(rules)).Read(repository, listing);

        // What is to be hidden is looked for while the rules judge.
        var quotations = Task.Run(() => Quotations.Of(reading.Deployment));

        onStage?.Invoke("judging the deployment");
        var all = rules.GetAwaiter().GetResult();
        IReadOnlyList<Rule> asked = [.. all.Concat(options.Settings.Custom).Where(rule => options.Asks(rule.Info))];
        Weighing weighing = new(reading.Deployment, options.Settings, options.Trusted);
        var own = Judge.All(asked, reading.Deployment, judgement => VerdictMerging.Merge(weighing.Of(judgement)));

        var imported = Importer.Join(options, own, repository, reading.Deployment);
        IReadOnlyList<Judgement> judgements =
        [
            .. imported.Own,
            .. imported.Others.Select(judgement => VerdictMerging.Merge(weighing.Of(judgement))),
        ];

        onStage?.Invoke("grouping the verdicts");
        var shown = judgements.SelectMany(judgement => judgement.Verdicts).ToLookup(options.Settings.Reports);
        var findings = Fingerprints.Assign(VerdictOrder.Sort(shown[true]));

        onStage?.Invoke("setting apart what is accepted");
        var judged = Suppressor.Sort(findings, reading.Deployment, options, judgements.Select(judgement => judgement.Rule));
        var hidden = HiddenFindings.Of(options, repository, reading.Deployment, all, judged.Counted);
        // From here on nobody sees a secret: what is compared above has been compared.
        VerdictMask mask = new(quotations.GetAwaiter().GetResult());
        var counted = mask.Of(judged.Counted);
        var causes = RootCauses.Of(counted, reading.Deployment).WithSharedRemedies();
        var accepted = judged with { Counted = causes.AsTold(counted), Suppressed = mask.Of(judged.Suppressed) };
        var summaries = mask.Of(RuleSummary.Of(judgements, accepted.Counted, accepted.Suppressed));

        onStage?.Invoke("scoring and planning");
        var gate = options.Gate.Over(options.Settings.Gate);
        var unread = Unread(options, reading);
        var unjudged = UnjudgedFiles.Of(reading, unread, [.. accepted.Counted, .. accepted.Suppressed], weighing.ScopeOf);
        var card = CardOf(accepted, judgements, summaries, mask, unjudged);
        var targets = TargetAnswers.Of(reading.Deployment, accepted.Counted, gate.InReports);
        return new Report
        {
            Deployment = reading.Deployment,
            Repository = listing.Identity,
            Settings = options.Settings,
            Findings = accepted.Counted,
            Causes = causes,
            Suppressed = accepted.Suppressed,
            Hidden = hidden,
            Rules = summaries,
            ExitGate = gate,
            Score = TargetAnswers.Tempered(card.Score, targets),
            Targets = targets,
            Plan = Plan.Of(accepted.Counted, causes.All, card, gate.InReports),
            Diagnostics = mask.Of([
                .. reading.Diagnostics,
                .. unread,
                .. judgements.Select(judgement => judgement.Crash).OfType<Diagnostic>(),
                .. accepted.Diagnostics,
                .. imported.Diagnostics,
                .. options.Choice.IsAll ? UnusedFacts.Of(reading.Deployment) : [],
                .. LeftOut(options, shown[false], hidden, asked.Count),
            ]),
        };
    }

    /// <summary>What the configuration and the command line leave out, and what the first hides.</summary>
    private static IEnumerable<Diagnostic> LeftOut(
        AuditOptions options,
        IEnumerable<Verdict> leftOut,
        IReadOnlyList<Finding> hidden,
        int asked
    ) =>
        new[]
        {
            options.Settings.Tell(leftOut.Count(verdict => verdict.Outcome != Outcome.Pass)),
            HiddenFindings.Tell(hidden, options),
            options.Choice.Tell(asked, AllRules.List.Count + options.Settings.Custom.Count),
        }.OfType<Diagnostic>();

    /// <summary>What the base of a change reads, and this tree does not.</summary>
    private static IReadOnlyList<Diagnostic> Unread(AuditOptions options, DeploymentReading reading) =>
        options.Trusted is { } trusted ? UnreadFiles.Of(trusted, reading.Deployment, reading.Diagnostics) : [];

    /// <summary>Who accepts a finding answers for it; the number stays what it is.</summary>
    private static Scorecard CardOf(
        Acceptance accepted,
        IReadOnlyList<Judgement> judgements,
        IReadOnlyList<RuleSummary> summaries,
        VerdictMask mask,
        IReadOnlyList<UnjudgedFile> unjudged
    )
    {
        IReadOnlyList<Finding> scored = [.. accepted.Counted, .. accepted.Suppressed];
        return Scorecard.Of(scored, accepted.Suppressed.Count == 0 ? summaries : mask.Of(RuleSummary.Of(judgements, scored, [])), unjudged);
    }
}

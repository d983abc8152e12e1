using Seaworthy.Engine.Grouping;
using Seaworthy.Engine.Judging;
using Seaworthy.Reading;
using Seaworthy.Reading.Discovery;
using Seaworthy.Rules;

namespace Seaworthy.Engine;

/// <summary>
/// The whole way from a repository to a report: discover, parse, extract, link, judge, group.
/// Start reading here: each line is one stage, and each stage has a folder of its name.
/// </summary>
public static class Audit
{
    /// <param name="repository">A directory, a git revision, or memory.</param>
    /// <param name="onStage">Told what begins, for whoever waits.</param>
    public static Report Run(Repository repository, Action<string>? onStage = null) =>
        // The rules are made while the files are read.
        Run(repository, Task.Run(() => AllRules.List), onStage);

    internal static Report Run(Repository repository, IReadOnlyList<Rule> rules, Action<string>? onStage = null) =>
        Run(repository, Task.FromResult(rules), onStage);

    private static Report Run(Repository repository, Task<IReadOnlyList<Rule>> rules, Action<string>? onStage)
    {
        onStage?.Invoke("reading the repository");
        var reading = new DeploymentReader().Read(repository);

        onStage?.Invoke("judging the deployment");
        var judgements = Judge.All(rules.GetAwaiter().GetResult(), reading.Deployment);

        onStage?.Invoke("grouping the verdicts");
        RefusedFiles refused = new(reading.Deployment);
        LooseComposeFiles loose = new(reading.Deployment);
        var verdicts = VerdictMerging.Merge(
            judgements
                .SelectMany(judgement => judgement.Verdicts)
                .Select(verdict => loose.Weigh(refused.Weigh(SidePlaces.Weigh(verdict, reading.Deployment.Tree))))
        );
        var findings = Fingerprints.Assign(VerdictOrder.Sort(verdicts));

        return new Report
        {
            Deployment = reading.Deployment,
            Findings = findings,
            Rules = RuleSummary.Of(judgements, findings),
            Diagnostics = [.. reading.Diagnostics, .. judgements.Select(judgement => judgement.Crash).OfType<Model.Source.Diagnostic>()],
        };
    }
}

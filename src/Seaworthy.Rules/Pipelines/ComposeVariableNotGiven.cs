using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A job runs Compose on files that demand a variable, <c>${NAME:?}</c>, which nothing in the job gives.</summary>
internal sealed class ComposeVariableNotGiven : Rule<ComposeVariableNotGiven.Run>
{
    private const int Named = 6;

    // They bring variables, or files of them, whose names nobody writes down.
    private static readonly string[] OtherSources =
    [
        ".env",
        "env-file",
        "GITHUB_ENV",
        "doppler",
        "infisical",
        "secretsmanager",
        "1password",
        "vault-action",
        "sops",
        "chamber",
    ];

    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "compose-variable-not-given",
            "Required Compose variable missing",
            Severity.High,
            "Compose fills in the whole file before it does anything: it stops with `required variable … is missing a value`, and the step fails.",
            "The job gives Compose every variable that its files require."
        );

    public override IEnumerable<Run> Subjects(Deployment deployment) =>
        deployment
            .ComposeCalls.Where(call => call is { Project: not null, OnlyEnds: false } && call.Site.IsOnHostedRunner)
            .Select(call => Placed(call, deployment))
            .OfType<Run>()
            .Where(run => run.Demands.Any())
            // The first call of a job stops it.
            .DistinctBy(run => new { run.Job.Span, run.Call.Name });

    protected override Subject Identify(Run subject) => new(subject.Call.Site.Subject, subject.Call.Site.Span);

    protected override IEnumerable<Verdict> Check(Run subject, Deployment deployment)
    {
        var missing = subject.Demands.Where(demand => !subject.Gives(demand.Value, deployment)).DistinctBy(demand => demand.Value).ToList();
        if (missing.Count == 0)
        {
            yield break;
        }

        var (site, names) = (subject.Call.Site, missing.Select(demand => demand.Value).ToList());
        if (subject.Source(deployment) is { } source)
        {
            yield return Unknown(
                site.Span,
                $"Unknown whether {NameList.Of(names, Named)}, which {subject.Call.Name} requires, {(names.Count == 1 ? "is" : "are")} set: {source}."
            );
            yield break;
        }

        yield return Fail(
                site.Span,
                $"{site.Subject} runs `docker compose {subject.Call.Verb}`, but {subject.Call.Name} requires {NameList.Of(names, Named)}, which the job does not set."
            )
            .Related(missing.Take(Named).Select(demand => demand.Span), "required here")
            .Remedy(
                $"Add {NameList.Of(names, Named)} to the `env:` of job {subject.Job.Id} in {site.Span.File.Path}, or write an environment file in a step before {site.Span}."
            )
            .Verify($"git grep -nwF -e {names[0]} -- {site.Span.File.Path}");
    }

    private static Run? Placed(ComposeCall call, Deployment deployment) =>
        deployment.At<Workflow>(call.Site.Span.File.Path) is { } workflow
            ? workflow
                .Jobs.SelectMany(job => job.Steps, (job, step) => new Run(call, workflow, job, step))
                .FirstOrDefault(run => run.Step.Run?.Span.Holds(call.Site.Span) is true)
            : null;

    /// <summary>A call of Compose in a step of a workflow.</summary>
    internal sealed record Run(ComposeCall Call, Workflow Workflow, WorkflowJob Job, WorkflowStep Step)
    {
        public IEnumerable<Fact<string>> Demands =>
            Call.Files.Select(file => file.File).OfType<ComposeFile>().SelectMany(file => file.Demands);

        /// <summary>The workflow names it, or an environment file beside the compose file has it.</summary>
        public bool Gives(string name, Deployment deployment) =>
            Workflow.File.PlacesOf(name).Any()
            || Call.Files.Select(file => RepositoryPath.Join(RepositoryPath.Parent(file.Path), ".env"))
                .OfType<string>()
                .Any(path => deployment.At<EnvFile>(path)?.Find(name) is not null);

        /// <summary>What may give more than the job names.</summary>
        public string? Source(Deployment deployment) =>
            Workflow.TextOf(Job).HasAny(OtherSources)
                ? "the job speaks of other sources of variables"
                : deployment
                    .Commands.Where(site => site.Span.File == Workflow.File && site.Span.Start < Call.Site.Span.Start && IsInJob(site))
                    .Where(site => site.Known.Any(known => known is ProgramCommand or TaskCommand))
                    .Select(site => $"{site.Span} may write them to a file")
                    .FirstOrDefault();

        private bool IsInJob(CommandSite site) => Job.Steps.Any(step => step.Run?.Span.Holds(site.Span) is true);
    }
}

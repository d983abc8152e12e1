using Seaworthy.Model;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A pipeline deploys without an earlier test or check.</summary>
internal sealed class DeployWithoutTest : Rule<DeployingPipeline>
{
    private static readonly string[] PageMakers =
    [
        "hugo",
        "jekyll",
        "mkdocs",
        "mdbook",
        "zola",
        "hexo",
        "eleventy",
        "sphinx-build",
        "quarto",
    ];

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "pipelines/deploy-without-test",
            IsPractice = true,
            Title = "Deployment without tests",
            Area = Area.Pipelines,
            Severity = Severity.Medium,
            Certainty = Certainty.Likely,
            Rationale = "Every push is deployed, whether it works or not.",
            Holds = "Tests or checks run before the deployment.",
        };

    public override IEnumerable<DeployingPipeline> Subjects(Deployment deployment) =>
        DeployingPipeline
            .All(deployment)
            .Where(pipeline => pipeline.Pipeline.Declared is Workflow workflow && !FollowsAnother(workflow) && !IsForItsTests(pipeline));

    protected override Subject Identify(DeployingPipeline subject) => new($"{subject.File.Name}: {subject.Job.Id}", subject.Place);

    protected override IEnumerable<Verdict> Check(DeployingPipeline subject, Deployment deployment)
    {
        var before = subject.Before().ToList();
        var isTested = before.Exists(job => job.Steps.Any(step => step.Intents.Any(IsCheck) || BuildChecks.StandIn(step, deployment)));
        // A workflow of another repository that it calls may test.
        var mayTestElsewhere = before.Exists(job => job.Steps.Count == 0);
        if (!isTested && !mayTestElsewhere && !before.Exists(MakesPages))
        {
            var elsewhere = NamedJob
                .All(deployment)
                .FirstOrDefault(job =>
                    job.Pipeline.Declared is Workflow other && job.Does(StepIntent.Test) && !IsOfOtherParts(other, subject)
                );
            var note = elsewhere is null ? "" : $" {elsewhere.Name} tests, but the deployment does not wait for it.";
            yield return Warn(
                    subject.Place,
                    $"{subject.File.Name} deploys in job `{subject.Job.Id}`, but no earlier step runs a test or a linter.{note}"
                )
                .As(IsRehearsal(subject) ? Severity.Low : Info.Severity)
                .Related(elsewhere?.Job.Span)
                .Remedy(
                    elsewhere is null
                        ? $"Let the job at {subject.Job.Span} need a job that runs the tests; where there are none yet, one that runs a linter or a type check."
                        : $"Let the job at {subject.Job.Span} need a job that runs the tests."
                )
                .Verify($"git grep -n needs: -- {subject.File.Path}   # {subject.Job.Id} must need a job that tests");
        }
    }

    /// <summary>It deploys to staging, before users get the version.</summary>
    private static bool IsRehearsal(DeployingPipeline subject) =>
        new[] { subject.File.Name, subject.Job.Id, subject.Job.DeploysTo?.Value ?? "" }
            .SelectMany(name => name.ToLowerInvariant().Split('-', '_', '.', ' '))
            .Any(word => word is "staging" or "stage" or "uat" or "qa" or "preprod");

    /// <summary>Changes of one directory start its tests, those of another the deployment: its tests do not cover the deployment.</summary>
    private static bool IsOfOtherParts(Workflow testing, DeployingPipeline subject) =>
        subject.Pipeline.Declared is Workflow deploying
        && Places(testing) is { Count: > 0 } tested
        && Places(deploying) is { Count: > 0 } deployed
        && !tested.Exists(place =>
            deployed.Exists(other => place.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(place, StringComparison.Ordinal))
        );

    /// <summary>The directories whose changes start it, as far as they are literal.</summary>
    private static List<string> Places(Workflow workflow) =>
        [
            .. workflow
                .Triggers.SelectMany(trigger => trigger.Paths ?? [])
                .Select(path => path.Value.Split('*')[0])
                .Where(place => !place.StartsWith(".github/", StringComparison.Ordinal)),
        ];

    /// <summary>Of pages made from texts, the build is the test.</summary>
    private static bool MakesPages(PipelineJob job) =>
        job.Steps.SelectMany(step => step.Commands).Any(command => PageMakers.Contains(command.Program ?? ""));

    /// <summary>Pull requests start the job, and it ends with tests: its deployment is for these tests.</summary>
    private static bool IsForItsTests(DeployingPipeline subject) =>
        subject.Pipeline.Declared is Workflow workflow
        && workflow.Trigger("pull_request") is not null
        && workflow.Job(subject.Job.Id) is { If: null } job
        && job.Steps.Any(step => step.Span == subject.Step.Span && step.If is null)
        && subject.Job.Steps.SkipWhile(step => step.Span != subject.Step.Span).Any(step => step.Intents.Contains(StepIntent.Test));

    private static bool IsCheck(StepIntent intent) =>
        intent is StepIntent.Test or StepIntent.Lint or StepIntent.SmokeTest or StepIntent.Scan;

    private static bool FollowsAnother(Workflow workflow) =>
        workflow.Triggers.Count > 0
        && workflow.Triggers.All(trigger =>
            trigger.Event is "workflow_run" or "workflow_call" or "workflow_dispatch" or "release" or "deployment" or "repository_dispatch"
        );
}

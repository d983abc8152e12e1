using Seaworthy.Model;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>Two workflows deploy to one environment on the same push.</summary>
internal sealed class RivalWorkflows : Rule<IReadOnlyList<NamedJob>>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "pipelines/rival-workflows",
            Title = "Competing deploy workflows",
            Area = Area.Pipelines,
            Severity = Severity.Medium,
            Certainty = Certainty.Likely,
            Rationale = "Both run at once, so which version ends up in the environment is chance.",
            Holds = "Only one workflow deploys to the environment.",
        };

    public override IEnumerable<IReadOnlyList<NamedJob>> Subjects(Deployment deployment) =>
        NamedJob
            .All(deployment)
            .Where(job =>
                job.Job.DeploysTo is not null
                && job.Pipeline.Declared is Workflow workflow
                && workflow.Trigger("push") is not null
                && job.DoesMoreThanTell
                && Ships(job.Job)
            )
            .GroupBy(job => job.Job.DeploysTo?.Value.ToLowerInvariant())
            .Select(same => same.DistinctBy(job => job.File.Path).ToList());

    protected override Subject Identify(IReadOnlyList<NamedJob> subject) => new(subject[0].Job.DeploysTo?.Value ?? "", subject[0].Job.Span);

    protected override IEnumerable<Verdict> Check(IReadOnlyList<NamedJob> subject, Deployment deployment)
    {
        foreach (var second in subject.Skip(1))
        {
            if (Push(subject[0]) is { } push && Push(second) is { } other && CommonBranch(push, other) is { } branch)
            {
                yield return Warn(
                        subject[0].Job.Span,
                        $"{subject[0].Name} and {second.Name} both deploy to `{subject[0].Job.DeploysTo?.Value}` on a push to `{branch}`."
                    )
                    .Related(second.Job.Span)
                    .Related(push.Span)
                    .Related(other.Span)
                    .Remedy(
                        $"Keep one of {subject[0].File.Path} and {second.File.Path}, or start the other by hand only (`workflow_dispatch`)."
                    )
                    .VerifyOneGone();
                yield break;
            }
        }
    }

    /// <summary>A job may name an environment for its secrets alone.</summary>
    private static bool Ships(PipelineJob job) =>
        job.Id.Contains("deploy", StringComparison.OrdinalIgnoreCase)
        || job.Steps.Count == 0
        || job.Steps.Any(step =>
            step.Intents.Any(intent => intent is StepIntent.Deploy or StepIntent.PushImage or StepIntent.Publish or StepIntent.Migrate)
            || (step.Intents.Count == 0 && step.Commands.Count == 0)
        );

    private static WorkflowTrigger? Push(NamedJob job) => (job.Pipeline.Declared as Workflow)?.Trigger("push");

    private static string? CommonBranch(WorkflowTrigger left, WorkflowTrigger right) =>
        left.Paths is not null || right.Paths is not null ? null : left.NamedBranchWith(right);
}

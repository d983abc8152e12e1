using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A step whose condition no trigger of its workflow fulfils.</summary>
internal sealed class StepNeverRuns : Rule<GuardedStep>
{
    private static readonly Duty[] Duties =
    [
        new(StepIntent.Deploy, "deploy", Severity.High),
        new(StepIntent.PushImage, "push an image", Severity.High),
        new(StepIntent.Publish, "publish", Severity.High),
        new(StepIntent.Migrate, "migrate the database", Severity.High),
        new(StepIntent.Test, "test", Severity.Medium),
        new(StepIntent.BackUp, "back up data", Severity.Medium),
    ];

    private static readonly PerDeployment<ILookup<SourceSpan, StepIntent>> Intents = new(deployment =>
        deployment
            .Pipelines.SelectMany(pipeline => pipeline.Jobs)
            .SelectMany(job => job.Steps)
            .SelectMany(step => step.Intents.Select(intent => new { step.Span, Intent = intent }))
            .ToLookup(pair => pair.Span, pair => pair.Intent)
    );

    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "step-never-runs",
            "Unreachable step",
            Severity.High,
            "GitHub shows the step as skipped and the job as successful, but what the step does never happens.",
            "At least one trigger fulfils the condition of the step."
        );

    public override IEnumerable<GuardedStep> Subjects(Deployment deployment) => deployment.All<GuardedStep>();

    protected override Subject Identify(GuardedStep subject) =>
        new($"{subject.Workflow.File.Name}: {subject.Job.Id}", subject.Condition.Span, subject.Step.Name?.Raw ?? subject.Step.Uses?.Raw);

    protected override IEnumerable<Verdict> Check(GuardedStep subject, Deployment deployment)
    {
        if (!subject.NeverRuns)
        {
            yield break;
        }

        var intents = Intents.Of(deployment)[subject.Step.Span].ToHashSet();
        var duty = Array.Find(Duties, duty => intents.Contains(duty.Intent));
        var events = string.Join(", ", subject.Workflow.Triggers.Select(trigger => trigger.Event).Distinct());
        var does = duty is null ? "" : $" that ought to {duty.Name}";
        var message =
            $"{subject.Workflow.File.Name}: a step of {subject.Job.Id}{does} never runs: its condition is false for every start of the job ({events}).";
        var asks = !subject.Condition.Raw.Contains("!=", StringComparison.Ordinal);
        yield return (
            duty is not null && asks
                ? Fail(subject.Condition.Span, message).As(duty.Severity)
                : Warn(subject.Condition.Span, message).As(duty is null ? Severity.Low : Severity.Medium)
        )
            .Related(subject.Triggers)
            .Related(subject.Job.If?.Span)
            .Remedy($"Correct the condition in {subject.Condition.Span}, add the trigger that it asks for, or remove the step.")
            .VerifyOneGone();
    }

    private sealed record Duty(StepIntent Intent, string Name, Severity Severity);
}

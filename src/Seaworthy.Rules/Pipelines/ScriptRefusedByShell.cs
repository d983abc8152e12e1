using Seaworthy.Model;
using Seaworthy.Model.Declared.Workflows;

namespace Seaworthy.Rules.Pipelines;

/// <summary>The script of a step breaks off in the middle of a construct of its shell.</summary>
internal sealed class ScriptRefusedByShell : Rule<StepScript>
{
    private const int MorePlaces = 3;

    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "script-refused-by-shell",
            "Step whose script its shell refuses",
            Severity.High,
            "The shell ends with a syntax error where it stops understanding: the step fails, and what stands behind it in the job never runs.",
            "The shell can read the script of the step to its end."
        );

    public override IEnumerable<StepScript> Subjects(Deployment deployment) =>
        deployment
            .Of<Workflow>()
            .SelectMany(workflow => workflow.Jobs)
            .SelectMany(job => job.Steps)
            .Concat(deployment.Of<CompositeAction>().SelectMany(action => action.Steps))
            .Select(step => step.Run)
            .OfType<StepScript>()
            .Where(script => script.Commands.Count > 0);

    protected override Subject Identify(StepScript subject) => new(subject.Span.File.Name, subject.Span);

    protected override IEnumerable<Verdict> Check(StepScript subject, Deployment deployment)
    {
        if (subject.Problems is not [var first, ..])
        {
            yield break;
        }

        yield return subject
            .Problems.Skip(1)
            .Take(MorePlaces)
            .Aggregate(
                Fail(first.Span, $"The script of this step in {subject.Span.File.Name} is no script for {subject.Shell}: {first.Message}."),
                (verdict, next) => verdict.Related(next.Span, next.Message)
            )
            .Remedy($"Correct {first.Span}; what breaks it may stand in the lines above.")
            .Verify($"actionlint {subject.Span.File.Path}");
    }
}

using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
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
        deployment.WorkflowSteps.Select(step => step.Run).OfType<StepScript>().Where(script => script.Commands.Count > 0);

    /// <summary>A step that was indented too far is one more line of the script above it.</summary>
    private static bool IsStep(ShellCommand command) =>
        command.Words is [{ Literal: "-" }, { Raw: "name:" or "uses:" or "run:" or "id:" or "if:" }, ..];

    protected override Subject Identify(StepScript subject) => new(subject.Span.File.Name, subject.Span);

    protected override IEnumerable<Verdict> Check(StepScript subject, Deployment deployment)
    {
        if (subject.Commands.FirstOrDefault(IsStep) is { } step)
        {
            yield return Fail(
                    step.Span,
                    $"`{step.Span.Quote}` stands inside the script of the step above in {subject.Span.File.Name}: the shell looks for a program named `-` and fails, and the step that it should be never runs."
                )
                .Remedy($"Indent {step.Span} and the lines below it like the other steps of the job.")
                .Verify($"actionlint {subject.Span.File.Path}");
        }

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

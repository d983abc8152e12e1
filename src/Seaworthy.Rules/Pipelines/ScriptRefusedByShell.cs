using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Workflows;

namespace Seaworthy.Rules.Pipelines;

/// <summary>The shell of a step cannot parse its script.</summary>
internal sealed class ScriptRefusedByShell : Rule<StepScript>
{
    private const int MorePlaces = 3;

    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "script-refused-by-shell",
            "Shell syntax error in step",
            Severity.High,
            "The shell stops with a syntax error: the step fails, and the rest of the job never runs.",
            "The shell can parse the whole script of the step."
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
                    $"`{step.Span.Quote}` is part of the script above it in {subject.Span.File.Name}: the shell fails on `-`, and the step never runs."
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
                Fail(first.Span, $"{subject.Shell} cannot parse the script of this step in {subject.Span.File.Name}: {first.Message}."),
                (verdict, next) => verdict.Related(next.Span, next.Message)
            )
            .Remedy($"Correct {first.Span}; the cause may be in the lines above.")
            .Verify($"actionlint {subject.Span.File.Path}");
    }
}

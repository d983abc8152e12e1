using Seaworthy.Model;
using Seaworthy.Model.Declared.Workflows;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A reusable workflow takes its inputs from the event, which is the caller's: a push has none.</summary>
/// <remarks>Source: GitHub Docs, "Reusing workflow configurations": the <c>github</c> context is that of the caller; "Contexts", <c>inputs</c>.</remarks>
internal sealed class CalledWorkflowReadsEvent : Rule<CalledWorkflowReadsEvent.Called>
{
    private const int MostPlaces = 10;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "pipelines/called-workflow-reads-event",
            Title = "Event inputs in called workflow",
            Area = Area.Pipelines,
            Severity = Severity.High,
            Rationale =
                "In a called workflow `github.event` is the event of the caller. A push has no inputs: conditions are false, and steps are skipped without an error.",
            Holds = "The called workflow reads its inputs from `inputs`.",
        };

    public override IEnumerable<Called> Subjects(Deployment deployment) =>
        from workflow in deployment.Of<Workflow>()
        where workflow.Trigger("workflow_call") is not null
        let call = Call(workflow, deployment)
        where call is not null
        select new Called(workflow, call);

    protected override Subject Identify(Called subject) => new(subject.Workflow.File.Path, subject.Workflow.File.Whole);

    protected override IEnumerable<Verdict> Check(Called subject, Deployment deployment)
    {
        var reads = subject.Workflow.Jobs.SelectMany(Reads).ToList();
        if (reads is not [var first, ..])
        {
            yield break;
        }

        var name = first.Path[3];
        yield return Fail(
                first.Span,
                $"{subject.Workflow.File.Name} reads `{first}`, which is empty when {subject.Call.Span} calls it: the event is the caller's, and its inputs are in `inputs`."
            )
            .Related(subject.Call.Span, "called here")
            .Related(reads.Skip(1).Take(MostPlaces).Select(read => read.Span))
            .Remedy(
                $"Write `inputs.{name}` instead of `{first}` in {first.Span}{(reads.Count > 1 ? " and the other places" : "")}; it holds for `workflow_dispatch` too."
            )
            .VerifyGone();
    }

    /// <summary>A job of a workflow that other events than a dispatch start, where the inputs may be the same.</summary>
    private static WorkflowJob? Call(Workflow workflow, Deployment deployment) =>
        deployment
            .Of<Workflow>()
            .Where(caller => caller.Triggers.Any(trigger => trigger.Event is not ("workflow_dispatch" or "workflow_call")))
            .SelectMany(caller => caller.Jobs)
            .FirstOrDefault(job => job.Uses is { Kind: ActionReferenceKind.Local } uses && uses.Path == workflow.File.Path);

    private static IEnumerable<ExpressionReference> Reads(WorkflowJob job) =>
        OfCondition(job.If)
            .Concat(job.Environment.SelectMany(OfValue))
            .Concat(job.With.SelectMany(OfValue))
            .Concat(
                job.Steps.SelectMany(step =>
                    OfCondition(step.If)
                        .Concat(step.With.SelectMany(OfValue))
                        .Concat(step.Environment.SelectMany(OfValue))
                        .Concat(step.Run is { } run ? OfText(run.Text) : [])
                )
            );

    // The other context is asked beside it.
    private static IEnumerable<ExpressionReference> OfCondition(Condition? condition) =>
        condition is null || condition.References.Any(reference => reference.Context == "inputs")
            ? []
            : condition.References.Where(IsOfEvent);

    private static IEnumerable<ExpressionReference> OfValue(NamedTemplate value) => OfText(value.Value);

    // Another value may stand in for it.
    private static IEnumerable<ExpressionReference> OfText(ExpressionTemplate text) =>
        text.References.Where(reference =>
            IsOfEvent(reference)
            && text.Parts.Any(part =>
                part.Text.Contains(reference.ToString(), StringComparison.Ordinal) && !part.Text.Contains("||", StringComparison.Ordinal)
            )
        );

    private static bool IsOfEvent(ExpressionReference reference) =>
        reference is { Context: "github", Path: [_, var what, var inputs, _] }
        && what.Equals("event", StringComparison.OrdinalIgnoreCase)
        && inputs.Equals("inputs", StringComparison.OrdinalIgnoreCase);

    /// <summary>A workflow, and a job that calls it.</summary>
    internal sealed record Called(Workflow Workflow, WorkflowJob Call);
}

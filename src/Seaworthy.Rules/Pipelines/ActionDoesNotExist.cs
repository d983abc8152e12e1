using Seaworthy.Model;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Known.Actions;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A step uses an action that was never published under that name, or a tag that is gone.</summary>
internal sealed class ActionDoesNotExist : Rule<IReadOnlyList<ActionReference>>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "pipelines/action-does-not-exist",
            Title = "Nonexistent action or tag",
            Area = Area.Pipelines,
            Severity = Severity.High,
            Rationale = "GitHub cannot resolve the action: the job fails before its first step.",
            Holds = "The action and its tag exist.",
        };

    public override IEnumerable<IReadOnlyList<ActionReference>> Subjects(Deployment deployment) =>
        NamedJob
            .Uses(deployment)
            .Where(use => KnownActions.Find(use.Uses.Name) is not null || RemovedTags.Find(use.Uses.Name, use.Uses.Ref?.Value) is not null)
            .GroupBy(use => use.Uses.Name, use => use.Uses)
            .Select(same => same.ToList());

    protected override Subject Identify(IReadOnlyList<ActionReference> subject) => new(subject[0].Name, subject[0].Span);

    /// <summary>Files that the steps name inside the action, and that later releases moved.</summary>
    private static string MovedInputs(IEnumerable<ActionReference> uses, MovedInput? moved, Deployment deployment)
    {
        if (moved is null)
        {
            return "";
        }

        var spans = uses.Select(use => use.Span).ToHashSet();
        var written = NamedJob
            .Uses(deployment)
            .Where(use => spans.Contains(use.Uses.Span))
            .Select(use => use.Step.Input(moved.Input))
            .OfType<ExpressionTemplate>()
            .Where(input => input.Raw.StartsWith(moved.From, StringComparison.Ordinal))
            .ToList();
        return written.Count > 0
            ? $" Also write `{moved.Input}: '{moved.To}{written[0].Raw[moved.From.Length..]}'` in {PlaceList.Of(written.Select(input => input.Span))}: later releases moved the file."
            : "";
    }

    protected override IEnumerable<Verdict> Check(IReadOnlyList<ActionReference> subject, Deployment deployment)
    {
        var action = subject[0];
        foreach (var same in subject.GroupBy(use => use.Ref?.Value, StringComparer.Ordinal))
        {
            var use = same.First();
            if (RemovedTags.Find(use.Name, use.Ref?.Value) is { } removed)
            {
                var places = PlaceList.Of(same.Select(other => other.Span));
                yield return Fail(use.Span, $"`{use.Name}` has no tag `{use.Ref?.Value}`: {removed.Because}.")
                    .Related(same.Skip(1).Select(other => other.Span))
                    .Remedy(
                        MadeWorkflow.Remedy(
                            use.Span.File,
                            $"Write `{use.Name}@{removed.Instead}`, or a later release, in {places}.{MovedInputs(same, removed.Moved, deployment)}"
                        )
                    )
                    .VerifyAllGone();
            }
        }

        if (KnownActions.Find(action.Name) is not { State: ActionState.Absent } known)
        {
            yield break;
        }

        var instead = known.Replacement is { } name ? $" The published action is `{name}`." : "";
        yield return Fail(action.Span, $"`{action.Name}` was never published.{instead}")
            .Related(subject.Skip(1).Select(other => other.Span))
            .Remedy(
                MadeWorkflow.Remedy(
                    action.Span.File,
                    known.Replacement is { } right ? $"Write `{right}` in {action.Span}." : $"Remove the step at {action.Span}."
                )
            )
            .VerifyAllGone();
    }
}

using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Declared.Workflows.Evaluation;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Pipelines;

/// <summary>Where an expression stands, and of what type the values are that it reads there.</summary>
/// <param name="workflow">Null for an action.</param>
/// <param name="job">The job; null for an action.</param>
/// <param name="action">Null for a workflow.</param>
/// <remarks>
/// Sources: GitHub Docs, "Contexts reference": outputs, <c>env</c> and <c>vars</c> are texts; "Events that trigger workflows", workflow_dispatch: <c>inputs</c> keeps booleans,
/// <c>github.event.inputs</c> turns them into texts; "Metadata syntax": inputs of actions are texts.
/// </remarks>
internal sealed class ExpressionScope(Workflow? workflow, WorkflowJob? job, CompositeAction? action)
{
    private const int MaximumDepth = 4;

    private static readonly string[] ListsOfFilter = ["changes"];

    private IReadOnlyList<WorkflowStep> Steps => job?.Steps ?? action?.Steps ?? [];

    /// <summary>The names down from a context; null when one of them is computed.</summary>
    public static IReadOnlyList<string>? PathOf(Expression expression)
    {
        List<string> path = [];
        for (var target = expression; ; )
        {
            switch (target)
            {
                case Expression.Property { Name: not "*" } property:
                    path.Add(property.Name);
                    target = property.Target;
                    break;
                case Expression.Index { Key: Expression.Text key } index:
                    path.Add(key.Value);
                    target = index.Target;
                    break;
                case Expression.Context context:
                    path.Add(context.Name.ToLowerInvariant());
                    path.Reverse();
                    return path;
                default:
                    return null;
            }
        }
    }

    /// <summary>Always a text, whatever it says.</summary>
    public bool IsText(IReadOnlyList<string> path) =>
        path switch
        {
            ["env" or "vars", _] => true,
            ["steps" or "needs", _, "outputs", _] => true,
            ["github", "event", "inputs", _] => true,
            ["inputs", _] => action is not null,
            _ => false,
        };

    /// <summary>Where the workflow declares the input to be a boolean; null where it does not, or declares it twice in different ways.</summary>
    public SourceSpan? BooleanInput(IReadOnlyList<string> path) => action is null && path is ["inputs", var name] ? Declared(name) : null;

    /// <summary>Where a text that is no condition by itself gets the value <c>false</c>; null where nothing shows that it ever has it.</summary>
    public SourceSpan? SaysFalse(IReadOnlyList<string> path, WorkflowStep? user) => SaysFalse(path, user, job, 0);

    private SourceSpan? SaysFalse(IReadOnlyList<string> path, WorkflowStep? user, WorkflowJob? of, int depth) =>
        depth > MaximumDepth
            ? null
            : path switch
            {
                ["github", "event", "inputs", var name] => Declared(name),
                ["inputs", var name] when action is not null => action
                    .Inputs.FirstOrDefault(input =>
                        input.Name.Equals(name, StringComparison.OrdinalIgnoreCase) && input.Default?.Literal is "true" or "false"
                    )
                    ?.Span,
                ["env", var name] when workflow is not null && of is not null => JobValues.Variable(name, workflow, of, user)
                    is { } variable
                && IsFalseText(variable.Value)
                    ? variable.Span
                    : null,
                ["steps", var id, "outputs", var output] => OfStep(of?.Steps ?? Steps, id, output),
                ["needs", var id, "outputs", var output] => OfJob(id, output, depth),
                _ => null,
            };

    private SourceSpan? OfJob(string id, string output, int depth) =>
        workflow?.Job(id) is { } other
        && other.Outputs.FirstOrDefault(declared => declared.Name.Equals(output, StringComparison.OrdinalIgnoreCase)) is { } given
            ? IsFalseText(given.Value)
                ? given.Span
                : given.Value.Parts is [{ Expression: { } expression }] && PathOf(expression) is { } path
                    ? SaysFalse(path, null, other, depth + 1)
                    : null
            : null;

    private static SourceSpan? OfStep(IReadOnlyList<WorkflowStep> steps, string id, string output) =>
        steps.FirstOrDefault(step => step.Id is { } own && own.Value.Equals(id, StringComparison.OrdinalIgnoreCase)) is not { } step ? null
        : step.Uses?.Name == "dorny/paths-filter"
        && !ListsOfFilter.Contains(output)
        && !output.EndsWith("_count", StringComparison.Ordinal)
        && !output.EndsWith("_files", StringComparison.Ordinal)
            ? step.Uses.Span
        : step.Run is { } run && Writes(run.Text.Raw, output) ? run.Text.Span.PlaceOf($"{output}=false") ?? step.Span
        : null;

    private static bool Writes(string script, string output)
    {
        if (!script.Contains("GITHUB_OUTPUT", StringComparison.Ordinal))
        {
            return false;
        }

        var sought = $"{output}=false";
        for (
            var at = script.IndexOf(sought, StringComparison.Ordinal);
            at >= 0;
            at = script.IndexOf(sought, at + 1, StringComparison.Ordinal)
        )
        {
            if (at > 0 && script[at - 1] is '"' or '\'' or ' ')
            {
                return true;
            }
        }

        return false;
    }

    /// <summary><c>false</c>, or what a comparison makes of itself: the text <c>true</c> or <c>false</c>.</summary>
    private static bool IsFalseText(ExpressionTemplate value) =>
        value.Literal is "false" || value.Parts is [{ Expression: { } expression }] && IsComparison(expression);

    private static bool IsComparison(Expression expression) =>
        expression switch
        {
            Expression.Not => true,
            Expression.Binary { Operator: "&&" or "||" } both => IsComparison(both.Left) && IsComparison(both.Right),
            Expression.Binary => true,
            Expression.Call call => call.Function.ToLowerInvariant() is "contains" or "startswith" or "endswith",
            _ => false,
        };

    private SourceSpan? Declared(string name)
    {
        var declared = (workflow?.Triggers ?? [])
            .Where(trigger => trigger.Event is "workflow_dispatch" or "workflow_call")
            .SelectMany(trigger => trigger.Inputs)
            .Where(input => input.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            .ToList();
        return declared.Count > 0 && declared.TrueForAll(input => input.Type?.Value == "boolean") ? declared[0].Span : null;
    }
}

using Seaworthy.Model.Topology;

namespace Seaworthy.Model.Declared.Workflows.Evaluation;

/// <summary>What a value of a job may be, once <c>env</c> and <c>matrix</c> are filled in from the workflow itself.</summary>
public static class JobValues
{
    // Variables made of variables made of variables: what a hostile file could make explode.
    private const int MaximumDepth = 4;
    private const int MaximumParts = 20;

    /// <summary>Every value it takes over the runs of the matrix, each once; null when one of them depends on more than the file.</summary>
    public static IReadOnlyList<string>? Of(ExpressionTemplate template, Workflow workflow, WorkflowJob job, WorkflowStep? step = null) =>
        Together([template], workflow, job, step) is { } runs ? [.. runs.Select(run => run[0])] : null;

    /// <summary>The values that several templates take in one run of the matrix, for each run in which they differ; null when one of them depends on more than the file.</summary>
    /// <param name="templates">In the order of the values; one that is not written is empty.</param>
    /// <param name="workflow">Whose job it is.</param>
    /// <param name="job">Whose matrix makes the runs.</param>
    /// <param name="step">Whose variables count first.</param>
    public static IReadOnlyList<IReadOnlyList<string>>? Together(
        IReadOnlyList<ExpressionTemplate?> templates,
        Workflow workflow,
        WorkflowJob job,
        WorkflowStep? step = null
    )
    {
        ArgumentNullException.ThrowIfNull(templates);
        ArgumentNullException.ThrowIfNull(job);
        IReadOnlyList<IReadOnlyDictionary<string, string>> runs = [new Dictionary<string, string>()];
        if (job.Matrix is { } matrix && templates.Any(template => template is { Literal: null }))
        {
            if (MatrixCombinations.Of(matrix) is not { } combinations)
            {
                return null;
            }

            runs = combinations;
        }

        List<IReadOnlyList<string>> values = [];
        foreach (var run in runs)
        {
            List<string> ofRun = new(templates.Count);
            foreach (var template in templates)
            {
                var value = template is null ? "" : template.Resolve(reference => Value(reference, run, workflow, job, step, 0));
                if (value is null)
                {
                    return null;
                }

                ofRun.Add(value);
            }

            values.Add(ofRun);
        }

        return [.. values.DistinctBy(run => string.Join('\0', run), StringComparer.Ordinal)];
    }

    /// <summary>The value as far as the <c>env</c> of the workflow tells it, a hole for every other expression, and the variables that it was made of.</summary>
    /// <param name="template">The value.</param>
    /// <param name="workflow">Whose job it is.</param>
    /// <param name="job">Whose matrix and variables count.</param>
    /// <param name="step">Whose variables count first.</param>
    /// <param name="outside">What somebody knows of the <c>github</c> context, by names such as <c>github.repository</c>; null for the rest.</param>
    public static (string Text, IReadOnlyList<NamedTemplate> Through) Outline(
        ExpressionTemplate template,
        Workflow workflow,
        WorkflowJob job,
        WorkflowStep? step = null,
        Func<string, string?>? outside = null
    )
    {
        List<NamedTemplate> through = [];
        return (Outline(template, 0), through);

        string Outline(ExpressionTemplate some, int depth) =>
            depth >= MaximumDepth || some.Parts.Count > MaximumParts
                ? Resolved.Hole.ToString()
                : string.Concat(
                    some.Parts.Select(part => part.Expression is { } expression ? Value(part, expression, some, depth) : part.Text)
                );

        string Value(ExpressionPart part, Expression expression, ExpressionTemplate some, int depth)
        {
            var variables = Variables(workflow, job, step).Where(variable => IsNamed(expression, variable.Name)).ToList();
            through.AddRange(variables);
            return Of(new ExpressionTemplate(part.Text, [part], some.Span), workflow, job with { Matrix = null }, step) is [var known]
                    ? known
                : variables is [var nearest, ..] ? Outline(nearest.Value, depth + 1)
                : outside?.Invoke(part.Text[3..^2].Trim()) ?? Resolved.Hole.ToString();
        }
    }

    /// <summary>What the nearest <c>env</c> says of a name, as far as it is known; null when none names it.</summary>
    public static NamedTemplate? Variable(string name, Workflow workflow, WorkflowJob job, WorkflowStep? step) =>
        Variables(workflow, job, step).FirstOrDefault(variable => string.Equals(variable.Name, name, StringComparison.OrdinalIgnoreCase));

    private static bool IsNamed(Expression expression, string name) =>
        expression is Expression.Property { Target: Expression.Context { Name: "env" }, Name: var own }
        && string.Equals(own, name, StringComparison.OrdinalIgnoreCase);

    private static string? Value(
        ExpressionReference reference,
        IReadOnlyDictionary<string, string> run,
        Workflow workflow,
        WorkflowJob job,
        WorkflowStep? step,
        int depth
    )
    {
        if (depth >= MaximumDepth || reference.Name is not { } name)
        {
            return null;
        }

        return reference.Context switch
        {
            "matrix" => run.GetValueOrDefault(string.Join('.', reference.Path.Skip(1))),
            "env" when Find(name, workflow, job, step) is { Parts.Count: <= MaximumParts } value => value.Resolve(inner =>
                Value(inner, run, workflow, job, step, depth + 1)
            ),
            _ => null,
        };
    }

    // The nearest definition counts. A step may also write GITHUB_ENV; a name defined nowhere in the file is therefore unknown, not empty.
    private static ExpressionTemplate? Find(string name, Workflow workflow, WorkflowJob job, WorkflowStep? step) =>
        Variable(name, workflow, job, step)?.Value;

    private static IEnumerable<NamedTemplate> Variables(Workflow workflow, WorkflowJob job, WorkflowStep? step) =>
        (step?.Environment ?? []).Concat(job.Environment).Concat(workflow.Environment);
}

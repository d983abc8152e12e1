using Seaworthy.Model;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Declared.Workflows.Evaluation;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A step that pushes what the action before it names.</summary>
internal sealed record TaggedPush(
    Workflow Workflow,
    WorkflowJob Job,
    WorkflowStep Step,
    ExpressionTemplate Push,
    WorkflowStep Metadata,
    ExpressionTemplate Rules
)
{
    /// <summary>The names that the action gives tags to, one form of them for all workflows; a star for what differs from run to run.</summary>
    public string Images => ImageText.Of(string.Join(' ', Metadata.Input("images")?.Lines ?? []), Workflow, Job, Metadata);

    public static IEnumerable<TaggedPush> All(Deployment deployment) =>
        from workflow in deployment.Of<Workflow>()
        from job in workflow.Jobs
        from step in job.Steps
        where step.Uses?.Name == "docker/build-push-action" && step.Input("outputs") is null && step.ContinueOnError is null
        let push = step.Input("push")
        where push is not null && push.Literal != "false"
        let tags = step.Input("tags")
        where tags is { Parts.Count: 1, References: [{ Path: ["steps", _, "outputs", "tags"] }] }
        let metadata = job.Step(tags.References[0].Path[1])
        where metadata?.Uses?.Name == "docker/metadata-action"
        let rules = metadata.Input("tags")
        where rules is not null && rules.Lines.Count > 0
        select new TaggedPush(workflow, job, step, push, metadata, rules);

    /// <summary>Whether it pushes at such a start; null where more decides.</summary>
    public bool? Runs(TagStart start)
    {
        var pushes = Push.Literal is { } literal
            ? literal.Trim() == "true"
                ? true
                : (bool?)null
            : Push.Parts is [{ Expression: { } expression }]
                ? start.Truth(Filled(expression))
                : null;
        bool?[] all = [start.Truth(Job.If?.Expression), start.Truth(Step.If?.Expression), start.Truth(Metadata.If?.Expression), pushes];
        return all.Contains(false) ? false
            : all.Contains(null) ? null
            : true;
    }

    /// <summary>What a variable of the workflow stands for.</summary>
    private Expression Filled(Expression expression) =>
        expression is Expression.Property { Target: Expression.Context { Name: "env" }, Name: var name }
        && JobValues.Variable(name, Workflow, Job, Step)?.Value is { Parts: [{ Expression: { } inner }] }
            ? inner
            : expression;
}

using Seaworthy.Model;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A condition of a workflow, or a comparison in one of its values, has the same truth in every run.</summary>
internal sealed class ConditionWithoutEffect : Rule<ConditionWithoutEffect.Scoped>
{
    private static readonly StepIntent[] Grave =
    [
        StepIntent.Deploy,
        StepIntent.PushImage,
        StepIntent.Publish,
        StepIntent.Migrate,
        StepIntent.Switch,
        StepIntent.Test,
        StepIntent.BackUp,
        StepIntent.RollBack,
    ];

    private static readonly PerDeployment<HashSet<SourceSpan>> GraveSteps = new(deployment =>
        [
            .. deployment
                .Pipelines.SelectMany(pipeline => pipeline.Jobs)
                .SelectMany(job => job.Steps.Any(IsGrave) ? job.Steps.Where(IsGrave).Select(step => step.Span).Append(job.Span) : []),
        ]
    );

    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "condition-without-effect",
            "Condition without effect",
            Severity.High,
            "The step or job runs in every run, or in none: a deployment happens for pull requests, or never.",
            "The truth of each condition depends on the run."
        );

    public override IEnumerable<Scoped> Subjects(Deployment deployment) =>
        (
            from workflow in deployment.Of<Workflow>()
            from job in workflow.Jobs
            let scope = new ExpressionScope(workflow, job, null)
            let name = $"{workflow.File.Name}: {job.Id}"
            from scoped in OfJob(job).Select(judged => new Scoped(name, judged, scope, null)).Concat(OfSteps(name, scope, job.Steps))
            select scoped
        ).Concat(
            from action in deployment.Of<CompositeAction>()
            from scoped in OfSteps(action.File.Path, new ExpressionScope(null, null, action), action.Steps)
            select scoped
        );

    protected override Subject Identify(Scoped subject) => new(subject.Name, subject.Judged.Span);

    protected override IEnumerable<Verdict> Check(Scoped subject, Deployment deployment)
    {
        var judged = subject.Judged;
        if (new ConstantParts(subject.Scope, subject.User).In(judged) is not { } part)
        {
            yield break;
        }

        var always = part.Truth ? "always true" : "never true";
        var message = judged.IsCondition
            ? part.IsWhole || judged.Expression is not Expression.Binary { Operator: "&&" or "||" }
                ? $"{subject.Name}: {judged.Name} is {always}, because {part.Because}."
                : $"{subject.Name}: a part of {judged.Name} is {always}, because {part.Because}."
            : $"{subject.Name}: a comparison in {judged.Name} is {always}, because {part.Because}.";
        yield return Fail(judged.Span, message)
            .As(GraveSteps.Of(deployment).Contains(judged.Owner) ? Severity.High : Severity.Medium)
            .Related(part.From)
            .Remedy($"{part.Remedy} in {judged.Span}.")
            .VerifyGone();
    }

    private static bool IsGrave(PipelineStep step) => step.Intents.Any(intent => Grave.Contains(intent));

    private static IEnumerable<JudgedExpression> OfJob(WorkflowJob job) =>
        Of(job.If, job.Span).Concat(job.Environment.Concat(job.With).Concat(job.Outputs).SelectMany(value => Of(value, job.Span)));

    private static IEnumerable<Scoped> OfSteps(string name, ExpressionScope scope, IReadOnlyList<WorkflowStep> steps) =>
        from step in steps
        from judged in Of(step.If, step.Span)
            .Concat(step.Environment.Concat(step.With).SelectMany(value => Of(value, step.Span)))
            .Concat(step.Run is { } run ? Of(new NamedTemplate("run", run.Text, run.Text.Span), step.Span) : [])
        select new Scoped(name, judged, scope, step);

    private static IEnumerable<JudgedExpression> Of(Condition? condition, SourceSpan owner) =>
        condition is null ? [] : [new JudgedExpression(condition.Expression, condition.Span, true, owner)];

    private static IEnumerable<JudgedExpression> Of(NamedTemplate value, SourceSpan owner) =>
        value
            .Value.Parts.Select(part => part.Expression)
            .OfType<Expression>()
            .Where(expression => expression is Expression.Binary or Expression.Not or Expression.Call)
            .Select(expression => new JudgedExpression(expression, expression.Span, false, owner) { Name = $"`{value.Name}`" });

    /// <summary>An expression with its place.</summary>
    /// <param name="User">The step whose it is; null for a job.</param>
    internal sealed record Scoped(string Name, JudgedExpression Judged, ExpressionScope Scope, WorkflowStep? User);
}

using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Workflows;

namespace Seaworthy.Rules.Pipelines;

/// <summary>An expression gives a text under a condition, and the word <c>false</c> otherwise, where a text is expected.</summary>
/// <remarks>Source: GitHub Docs, "Evaluate expressions in workflows and actions", Operators: <c>&amp;&amp;</c> gives one of its operands.</remarks>
internal sealed class ExpressionYieldsFalse : Rule<ExpressionYieldsFalse.Given>
{
    private static readonly string[] Words = ["true", "false"];

    // Where `false` switches something off, or the text is a program or for people.
    private static readonly string[] Switches = ["provenance", "sbom", "script", "name", "title", "body", "message", "text", "payload"];

    private static readonly string[] CachingSetUps = ["actions/setup-node", "actions/setup-python", "actions/setup-java"];

    private static readonly string[] Tests = ["[", "[[", "test", "echo", "printf", "case", ":"];

    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "expression-yields-false",
            "Expression yields false",
            Severity.High,
            "Without `||`, the value is the word `false` whenever the condition does not hold: an option, tag or cache of that name.",
            "The expression has a text for each case."
        );

    public override IEnumerable<Given> Subjects(Deployment deployment) =>
        (
            from workflow in deployment.Of<Workflow>()
            from job in workflow.Jobs
            from given in Of($"{workflow.File.Name}: {job.Id}", new ExpressionScope(workflow, job, null), job.Steps)
            select given
        ).Concat(
            deployment
                .Of<CompositeAction>()
                .SelectMany(action => Of(action.File.Path, new ExpressionScope(null, null, action), action.Steps))
        );

    protected override Subject Identify(Given subject) => new(subject.Subject, subject.And.Span);

    protected override IEnumerable<Verdict> Check(Given subject, Deployment deployment)
    {
        if (!subject.IsOpen)
        {
            yield break;
        }

        yield return Fail(
                subject.And.Span,
                $"{subject.Subject}: `{subject.Name}` is `{subject.Text}` under a condition, and the word `false` otherwise."
            )
            .Remedy($"Add `|| ''` at the end of the expression in {subject.And.Span}.")
            .VerifyGone();
    }

    private static IEnumerable<Given> Of(string subject, ExpressionScope scope, IReadOnlyList<WorkflowStep> steps) =>
        steps.SelectMany(step =>
            step.With.Where(input => !Switches.Contains(input.Name) && (input.Name != "cache" || CachingSetUps.Contains(step.Uses?.Name)))
                .SelectMany(input => In(subject, scope, input))
                .Concat(
                    step.Environment.SelectMany(variable => In(subject, scope, variable))
                        .Where(given => given.Text.StartsWith('-') && given.Text.Length > 1)
                )
                .Concat(
                    step.Run is { Commands: { Count: > 0 } commands } run
                        ? In(
                            subject,
                            scope,
                            new NamedTemplate("run", run.Text, run.Text.Span),
                            part => commands.Any(command => Takes(command, part))
                        )
                        : []
                )
        );

    /// <summary>The expression is an argument of the command, or a part of one.</summary>
    private static bool Takes(ShellCommand command, ExpressionPart part) =>
        !Tests.Contains(command.Program) && command.Words.Skip(1).Any(word => word.Parts.Any(piece => piece.Text == part.Text));

    private static IEnumerable<Given> In(
        string subject,
        ExpressionScope scope,
        NamedTemplate value,
        Func<ExpressionPart, bool>? counts = null
    )
    {
        var before = "";
        foreach (var part in value.Value.Parts)
        {
            var isClosed = part.Expression is Expression.Binary { Operator: "||" };
            var written = part.Expression is Expression.Binary { Operator: "||" } or ? or.Left : part.Expression;
            if (
                written is Expression.Binary { Operator: "&&", Right: Expression.Text { Value: { Length: > 0 } text } } and
                && !Words.Contains(text)
                && IsTruth(and.Left, scope)
                && !before.EndsWith("latest=", StringComparison.Ordinal)
                && !before.EndsWith("enable=", StringComparison.Ordinal)
                && counts?.Invoke(part) is not false
            )
            {
                yield return new Given(subject, value.Name, text, and, !isClosed);
            }

            before = part.Text;
        }
    }

    /// <summary>Gives true or false, and no text that would be as good as none.</summary>
    private static bool IsTruth(Expression expression, ExpressionScope scope) =>
        expression switch
        {
            Expression.Not => true,
            Expression.Binary { Operator: "&&" } and => IsTruth(and.Left, scope) && IsTruth(and.Right, scope),
            Expression.Binary { Operator: "||" } or => IsTruth(or.Right, scope),
            Expression.Binary => true,
            Expression.Call call => call.Function.ToLowerInvariant() is "contains" or "startswith" or "endswith",
            _ => ExpressionScope.PathOf(expression) is { } path && scope.BooleanInput(path) is not null,
        };

    /// <summary>An expression that gives a text under a condition.</summary>
    /// <param name="Name">What gets it: an input, a variable, <c>run</c>.</param>
    /// <param name="IsOpen">Nothing says what it is otherwise.</param>
    internal sealed record Given(string Subject, string Name, string Text, Expression.Binary And, bool IsOpen);
}

using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A value of a workflow, or a comparison in a script, names a property of a context without <c>${{ }}</c>: it is that text.</summary>
internal sealed class ExpressionNotExpanded : Rule<Workflow>
{
    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "expression-not-expanded",
            "Expression without ${{ }}",
            Severity.High,
            "GitHub passes the text on as it is: images get a tag of that name, comparisons are always false, credentials are wrong.",
            "Expressions are written in ${{ }}."
        );

    public override IEnumerable<Workflow> Subjects(Deployment deployment) => deployment.Of<Workflow>();

    protected override Subject Identify(Workflow subject) => new(subject.File.Name, subject.File.Whole);

    protected override IEnumerable<Verdict> Check(Workflow subject, Deployment deployment)
    {
        foreach (var (job, value) in Values(subject))
        {
            var text = value.Value.Raw.Trim();
            yield return Verdict(
                value.Value.Span,
                $"{subject.File.Name}{job}: `{value.Name}` is the text `{text}`, because it is not in `${{{{ }}}}`.",
                text
            );
        }

        foreach (var job in subject.Jobs)
        {
            foreach (var word in job.Steps.SelectMany(step => step.Run?.Commands ?? []).SelectMany(Compared))
            {
                yield return Verdict(
                    word.Span,
                    $"{subject.File.Name}: {job.Id} compares the text `{word.Raw}`, because it is not in `${{{{ }}}}`: the result is always the same.",
                    word.Raw
                );
            }
        }
    }

    private Verdict Verdict(SourceSpan place, string message, string text) =>
        Fail(place, message).Remedy($"Write `${{{{ {text} }}}}` in {place}.").VerifyGone();

    private static IEnumerable<(string Job, NamedTemplate Value)> Values(Workflow workflow) =>
        workflow
            .Environment.Select(value => ("", value))
            .Concat(
                workflow.Jobs.SelectMany(job =>
                    job.Outputs.Concat(job.Environment)
                        .Concat(job.With)
                        .Concat(job.Secrets)
                        .Concat(job.Steps.SelectMany(step => step.Environment.Concat(step.With.Where(input => IsText(step, input)))))
                        .Select(value => ($": {job.Id}", value))
                )
            )
            .Where(pair => BareExpression.Is(pair.value.Value.Literal));

    /// <summary>An input may be the name of a context's property for a program that evaluates it.</summary>
    private static bool IsText(WorkflowStep step, NamedTemplate input) =>
        step.Uses?.Name != "actions/github-script" && input.Name is not ("script" or "expression" or "condition");

    private static IEnumerable<ShellWord> Compared(ShellCommand command) =>
        command.Program is "[" or "[[" or "test" ? command.Words.Where(word => BareExpression.Is(word.Raw)) : [];
}

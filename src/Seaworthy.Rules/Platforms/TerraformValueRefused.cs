using Seaworthy.Model;
using Seaworthy.Model.Declared.Terraform;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Platforms;

/// <summary>A value that is written out for a variable of Terraform breaks the validation of the same variable.</summary>
/// <remarks>Source: Terraform documentation, "Input Variables", "Custom Validation Rules", "Assigning Values to Root Module Variables".</remarks>
internal sealed class TerraformValueRefused : Rule<TerraformValueRefused.GivenValue>
{
    private const string Prefix = "TF_VAR_";

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "platforms/terraform-value-refused",
            Title = "Terraform value fails validation",
            Area = Area.Platforms,
            Severity = Severity.High,
            Rationale = "Terraform checks the condition before it plans anything, and stops with `Invalid value for variable`.",
            Holds = "The value meets the validation of its variable.",
        };

    public override IEnumerable<GivenValue> Subjects(Deployment deployment)
    {
        var variables =
            from file in deployment.Of<TerraformFile>()
            where !file.IsValues
            from block in file.Body.Of("variable")
            from validation in block.Body.Of("validation")
            let condition = validation.Body["condition"]
            where condition is not null
            select new ValidatedVariable(block.Label(0), file.File.Directory, condition);
        var given = variables.ToList() is { Count: > 0 } all
            ? all.SelectMany(variable =>
                OfFiles(deployment, variable).Concat(OfCalls(deployment, variable)).Concat(OfWorkflows(deployment, variable))
            )
            : [];
        return given.DistinctBy(value => new { value.Span, value.Variable.Condition });
    }

    protected override Subject Identify(GivenValue subject) => new(subject.Variable.Name, subject.Span);

    protected override IEnumerable<Verdict> Check(GivenValue subject, Deployment deployment)
    {
        if (new TerraformCondition(subject.Variable.Name, subject.Value).Holds(subject.Variable.Condition.Value) is not false)
        {
            yield break;
        }

        var written = subject.Value is HclExpression.Literal { Text.Length: < 40 } literal ? $"`{literal.Text}`" : "the value";
        yield return Fail(
                subject.Span,
                $"{subject.Span.File.Path} sets {subject.Variable.Name} to {written}, which its validation refuses."
            )
            .Related(subject.Variable.Condition.Span, "the condition")
            .Remedy($"Write a value in {subject.Span} that meets the condition in {subject.Variable.Condition.Span}.")
            .VerifyOneGone();
    }

    /// <summary>Files that Terraform loads by itself; of others, only the command tells.</summary>
    private static IEnumerable<GivenValue> OfFiles(Deployment deployment, ValidatedVariable variable) =>
        from file in deployment.Of<TerraformFile>()
        where
            file.IsValues
            && file.File.Directory == variable.Directory
            && (file.File.Name == "terraform.tfvars" || file.File.Name.EndsWith(".auto.tfvars", StringComparison.Ordinal))
        let attribute = file.Body[variable.Name]
        where attribute is not null
        select new GivenValue(variable, attribute.Value, attribute.Span);

    private static IEnumerable<GivenValue> OfCalls(Deployment deployment, ValidatedVariable variable) =>
        from file in deployment.Of<TerraformFile>()
        from call in file.Body.Of("module")
        where
            call.Body["source"]?.Value is HclExpression.Literal { Text: ['.', ..] source }
            && RepositoryPath.Join(file.File.Directory, source) == variable.Directory
        let attribute = call.Body[variable.Name]
        where attribute is not null
        select new GivenValue(variable, attribute.Value, attribute.Span);

    private static IEnumerable<GivenValue> OfWorkflows(Deployment deployment, ValidatedVariable variable) =>
        from workflow in deployment.Of<Workflow>()
        where deployment.All<TerraformRun>().Any(run => run.Span.File == workflow.File && run.Directory == variable.Directory)
        from given in workflow
            .Environment.Concat(workflow.Jobs.SelectMany(job => job.Environment))
            .Concat(workflow.Jobs.SelectMany(job => job.Steps).SelectMany(step => step.Environment))
        where given.Name == Prefix + variable.Name
        let text = given.Value.Literal
        where text is not null
        select new GivenValue(variable, new HclExpression.Literal(text, true, given.Value.Span), given.Span);

    internal sealed record ValidatedVariable(string Name, string Directory, HclAttribute Condition);

    internal sealed record GivenValue(ValidatedVariable Variable, HclExpression Value, SourceSpan Span);
}

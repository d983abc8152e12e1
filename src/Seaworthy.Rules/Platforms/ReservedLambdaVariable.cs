using System.Collections.Frozen;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Terraform;

namespace Seaworthy.Rules.Platforms;

/// <summary>A Lambda function in Terraform sets a variable that AWS keeps for itself.</summary>
internal sealed class ReservedLambdaVariable : Rule<HclBlock>
{
    // Source: AWS Lambda Developer Guide, "Defined runtime environment variables", "Reserved environment variables".
    private static readonly FrozenSet<string> Reserved = FrozenSet.Create(
        StringComparer.Ordinal,
        "_HANDLER",
        "_X_AMZN_TRACE_ID",
        "AWS_DEFAULT_REGION",
        "AWS_REGION",
        "AWS_EXECUTION_ENV",
        "AWS_LAMBDA_FUNCTION_NAME",
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
        "AWS_LAMBDA_FUNCTION_VERSION",
        "AWS_LAMBDA_INITIALIZATION_TYPE",
        "AWS_LAMBDA_LOG_GROUP_NAME",
        "AWS_LAMBDA_LOG_STREAM_NAME",
        "AWS_ACCESS_KEY",
        "AWS_ACCESS_KEY_ID",
        "AWS_SECRET_ACCESS_KEY",
        "AWS_SESSION_TOKEN",
        "AWS_LAMBDA_RUNTIME_API",
        "LAMBDA_TASK_ROOT",
        "LAMBDA_RUNTIME_DIR"
    );

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "platforms/reserved-lambda-variable",
            Title = "Reserved Lambda variable",
            Area = Area.Platforms,
            Severity = Severity.Critical,
            Rationale = "AWS refuses the function with `InvalidParameterValueException`, so `terraform apply` fails.",
            Holds = "The function sets no variable that AWS reserves.",
        };

    public override IEnumerable<HclBlock> Subjects(Deployment deployment) =>
        deployment
            .Of<TerraformFile>()
            .SelectMany(file => file.Body.Of("resource"))
            .Where(block => block.Label(0) == "aws_lambda_function" && block.Body.Of("environment").Any());

    protected override Subject Identify(HclBlock subject) => new($"aws_lambda_function.{subject.Label(1)}", subject.Span);

    protected override IEnumerable<Verdict> Check(HclBlock subject, Deployment deployment)
    {
        var taken = subject
            .Body.Of("environment")
            .SelectMany(environment => environment.Body["variables"]?.Value is HclExpression.Object variables ? variables.Items : [])
            .Where(item => Reserved.Contains(NameOf(item.Key)))
            .ToList();
        if (taken is [var first, ..])
        {
            yield return Fail(
                    first.Key.Span,
                    $"aws_lambda_function.{subject.Label(1)} sets {string.Join(", ", taken.Select(item => NameOf(item.Key)))}, which AWS reserves: `terraform apply` fails."
                )
                .Related(taken.Skip(1).Select(item => item.Key.Span))
                .Remedy($"Remove it from {first.Key.Span}: the function has {NameOf(first.Key)} already.")
                .VerifyAllGone();
        }
    }

    private static string NameOf(HclExpression key) =>
        key switch
        {
            HclExpression.Literal { Text: var text } => text,
            HclExpression.Name { Text: var name } => name,
            _ => "",
        };
}

using System.Collections.Frozen;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Platforms;
using Seaworthy.Model.Declared.Terraform;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Platforms;

/// <summary>A Lambda function in Terraform, a SAM template or a serverless.yml sets a variable that AWS keeps for itself.</summary>
internal sealed class ReservedLambdaVariable : Rule<ReservedLambdaVariable.LambdaEnvironment>
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
            Rationale = "AWS refuses the function with `InvalidParameterValueException`, so the deployment fails.",
            Holds = "The function sets no variable that AWS reserves.",
        };

    public override IEnumerable<LambdaEnvironment> Subjects(Deployment deployment) =>
        OfTerraform(deployment).Concat(OfTemplates(deployment));

    protected override Subject Identify(LambdaEnvironment subject) => new(subject.Name, subject.Span);

    protected override IEnumerable<Verdict> Check(LambdaEnvironment subject, Deployment deployment)
    {
        var taken = subject.Variables.Where(variable => Reserved.Contains(variable.Value)).DistinctBy(variable => variable.Span).ToList();
        if (taken is [var first, ..])
        {
            yield return Fail(
                    first.Span,
                    $"{subject.Name} sets {string.Join(", ", taken.Select(variable => variable.Value).Distinct())}, which AWS reserves: `{subject.Command}` fails."
                )
                .Related(taken.Skip(1).Select(variable => variable.Span))
                .Related(first.Span.File == subject.Span.File ? null : subject.Span, "the function")
                .Remedy($"Remove it from {first.Span}: the function has {first.Value} already.")
                .VerifyAllGone();
        }
    }

    private static IEnumerable<LambdaEnvironment> OfTemplates(Deployment deployment) =>
        from template in deployment.Of<ServerlessTemplate>()
        from function in template.Functions
        where function.Variables.Count > 0
        select new LambdaEnvironment(function.Name.Value, function.Name.Span, function.Variables) { Command = template.Command };

    private static IEnumerable<LambdaEnvironment> OfTerraform(Deployment deployment)
    {
        TerraformMaps maps = new(deployment);
        var functions =
            from file in deployment.Of<TerraformFile>()
            from block in file.Body.Of("resource")
            where block.Label(0) == "aws_lambda_function" && TerraformMaps.Environments(block).Any()
            select new LambdaEnvironment(
                $"aws_lambda_function.{block.Label(1)}",
                block.Span,
                [.. TerraformMaps.Environments(block).SelectMany(body => maps.Keys(body["variables"]?.Value, file.File.Directory))]
            );
        // The module of the registry that everybody uses takes the same map.
        var modules =
            from file in deployment.Of<TerraformFile>()
            from block in file.Body.Of("module")
            where
                block.Body["source"]?.Value is HclExpression.Literal { Text: var source }
                && source.StartsWith("terraform-aws-modules/lambda/aws", StringComparison.Ordinal)
                && block.Body["environment_variables"] is not null
            select new LambdaEnvironment(
                $"module.{block.Label(0)}",
                block.Span,
                maps.Keys(block.Body["environment_variables"]?.Value, file.File.Directory)
            );
        return functions.Concat(modules);
    }

    /// <param name="Variables">The names that are set for the function, wherever that is written.</param>
    internal sealed record LambdaEnvironment(string Name, SourceSpan Span, IReadOnlyList<Fact<string>> Variables)
    {
        public string Command { get; init; } = "terraform apply";
    }
}

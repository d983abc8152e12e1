using Seaworthy.Model;
using Seaworthy.Model.Declared.Terraform;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Security;

/// <summary>The subjects of workflows that a trust policy in Terraform accepts.</summary>
/// <param name="Name">The policy: <c>aws_iam_policy_document.deploy</c>.</param>
/// <param name="Values">The subjects.</param>
/// <remarks>Source: GitHub documentation, "Configuring OpenID Connect in Amazon Web Services".</remarks>
internal sealed record WorkflowTrust(string Name, HclExpression Values)
{
    private const string Claim = "token.actions.githubusercontent.com:sub";

    /// <summary>The subjects as they are written, dots in place of what is computed.</summary>
    public IEnumerable<Fact<string>> Subjects =>
        (Values is HclExpression.Tuple list ? list.Items : [Values]).Select(value => new Fact<string>(Text(value), value.Span));

    public static IEnumerable<WorkflowTrust> In(Deployment deployment) =>
        deployment.Of<TerraformFile>().SelectMany(file => Documents(file).Concat(Encoded(file)));

    private static IEnumerable<WorkflowTrust> Documents(TerraformFile file) =>
        from block in file.Body.Of("data")
        where block.Label(0) == "aws_iam_policy_document"
        from statement in block.Body.Of("statement")
        from condition in statement.Body.Of("condition")
        where condition.Body["variable"]?.Value is HclExpression.Literal { Text: Claim }
        let values = condition.Body["values"]
        where values is not null
        select new WorkflowTrust($"{block.Label(0)}.{block.Label(1)}", values.Value);

    /// <summary><c>assume_role_policy = jsonencode({ … })</c>.</summary>
    private static IEnumerable<WorkflowTrust> Encoded(TerraformFile file) =>
        from block in file.Body.Of("resource")
        where block.Label(0) == "aws_iam_role"
        let policy = block.Body["assume_role_policy"]
        where policy is not null
        from condition in policy.Value.All.OfType<HclExpression.Object>()
        from item in condition.Items
        where item.Key is HclExpression.Literal { Text: Claim }
        select new WorkflowTrust($"{block.Label(0)}.{block.Label(1)}", item.Value);

    private static string Text(HclExpression value) =>
        value switch
        {
            HclExpression.Literal literal => literal.Text,
            HclExpression.Template template => string.Concat(template.Pieces.Select(Text)),
            _ => "…",
        };
}

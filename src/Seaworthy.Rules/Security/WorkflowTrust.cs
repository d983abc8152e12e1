using Seaworthy.Model;
using Seaworthy.Model.Declared.Terraform;

namespace Seaworthy.Rules.Security;

/// <summary>The subjects of workflows that a trust policy in Terraform accepts.</summary>
/// <param name="Name">The policy: <c>aws_iam_policy_document.deploy</c>.</param>
/// <param name="Values">The subjects.</param>
/// <remarks>Source: GitHub documentation, "Configuring OpenID Connect in Amazon Web Services".</remarks>
internal sealed record WorkflowTrust(string Name, HclAttribute Values)
{
    private const string Claim = "token.actions.githubusercontent.com:sub";

    /// <summary>The subjects that are written out.</summary>
    public IEnumerable<HclExpression.Literal> Subjects => Values.Value.All.OfType<HclExpression.Literal>();

    public static IEnumerable<WorkflowTrust> In(Deployment deployment) =>
        from file in deployment.Of<TerraformFile>()
        from block in file.Body.Of("data")
        where block.Label(0) == "aws_iam_policy_document"
        from statement in block.Body.Of("statement")
        from condition in statement.Body.Of("condition")
        where condition.Body["variable"]?.Value is HclExpression.Literal { Text: Claim }
        let values = condition.Body["values"]
        where values is not null
        select new WorkflowTrust($"{block.Label(0)}.{block.Label(1)}", values);
}

using Seaworthy.Model;
using Seaworthy.Model.Declared.Terraform;

namespace Seaworthy.Rules.Security;

/// <summary>A role of AWS trusts workflows of every repository on GitHub.</summary>
internal sealed class TrustOfAnyRepository : Rule<TrustOfAnyRepository.Trust>
{
    private const string Claim = "token.actions.githubusercontent.com:sub";

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "security/trust-of-any-repository",
            Title = "Role open to every repository",
            Area = Area.Security,
            Severity = Severity.Critical,
            Rationale = "Anyone with a GitHub account writes a workflow of their own, assumes the role, and has all of its rights.",
            Holds = "The role names the repositories that may assume it.",
        };

    public override IEnumerable<Trust> Subjects(Deployment deployment) =>
        from file in deployment.Of<TerraformFile>()
        from block in file.Body.Of("data")
        where block.Label(0) == "aws_iam_policy_document"
        from statement in block.Body.Of("statement")
        from condition in statement.Body.Of("condition")
        where condition.Body["variable"]?.Value is HclExpression.Literal { Text: Claim }
        let values = condition.Body["values"]
        where values is not null
        select new Trust($"{block.Label(0)}.{block.Label(1)}", values);

    protected override Subject Identify(Trust subject) => new(subject.Name, subject.Values.Span);

    protected override IEnumerable<Verdict> Check(Trust subject, Deployment deployment)
    {
        if (subject.Values.Value.All.OfType<HclExpression.Literal>().FirstOrDefault(value => IsAny(value.Text)) is { } any)
        {
            yield return Fail(any.Span, $"{subject.Name} trusts `{any.Text}`: workflows of every repository on GitHub may assume the role.")
                .Remedy($"Name the owner and the repository in {any.Span}: `repo:OWNER/NAME:ref:refs/heads/main`.")
                .VerifyGone();
        }
    }

    // "repo:*", "repo:*/*:…", "*": the owner is a star.
    private static bool IsAny(string subject) => subject is "*" || subject.StartsWith("repo:*", StringComparison.Ordinal);

    /// <summary>The subjects of workflows that a policy accepts.</summary>
    internal sealed record Trust(string Name, HclAttribute Values);
}

using Seaworthy.Model;

namespace Seaworthy.Rules.Security;

/// <summary>A role of AWS trusts workflows of every repository on GitHub.</summary>
internal sealed class TrustOfAnyRepository : Rule<WorkflowTrust>
{
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

    public override IEnumerable<WorkflowTrust> Subjects(Deployment deployment) => WorkflowTrust.In(deployment);

    protected override Subject Identify(WorkflowTrust subject) => new(subject.Name, subject.Values.Span);

    protected override IEnumerable<Verdict> Check(WorkflowTrust subject, Deployment deployment)
    {
        if (subject.Subjects.FirstOrDefault(value => IsAny(value.Value)) is { } any)
        {
            yield return Fail(
                    any.Span,
                    $"{subject.Name} trusts `{any.Value}`: workflows of every repository on GitHub may assume the role."
                )
                .Remedy($"Name the owner and the repository in {any.Span}: `repo:OWNER/NAME:ref:refs/heads/main`.")
                .VerifyGone();
        }
    }

    // "repo:*", "repo:*/*:…", "*": the owner is a star.
    private static bool IsAny(string subject) => subject is "*" || subject.StartsWith("repo:*", StringComparison.Ordinal);
}

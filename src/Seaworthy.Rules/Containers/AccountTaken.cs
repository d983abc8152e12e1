using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>A Dockerfile makes a user or group that its base image already has.</summary>
internal sealed class AccountTaken : Rule<AccountCreation>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/account-taken",
            Title = "User or group that the base image already has",
            Area = Area.Containers,
            Severity = Severity.Critical,
            Rationale = "The command that makes it fails, and the build ends there: no image, no deployment.",
            Holds = "The users and groups that are made are free in the base image.",
        };

    public override IEnumerable<AccountCreation> Subjects(Deployment deployment) => deployment.AccountCreations;

    protected override Subject Identify(AccountCreation subject) => new(subject.Subject, subject.Command.Span);

    protected override IEnumerable<Verdict> Check(AccountCreation subject, Deployment deployment)
    {
        if (subject.Taken is not { } taken)
        {
            yield break;
        }

        yield return Fail(
                subject.Command.Span,
                $"{subject.Subject} makes {subject.What} with {subject.Command.Value}, which {subject.Base.Value} has already{(subject.What.EndsWith(taken.Name, StringComparison.Ordinal) ? "" : $" for {taken.Name}")}: the build stops here."
            )
            .Related(subject.Base.Span)
            .Remedy(
                $"Use the account that is there (`USER {taken.Name}`), or another name and number than {taken.Name} and {taken.User ?? taken.Group} in {subject.Command.Span}."
            )
            .Verify($"docker run --rm {subject.Base.Value} id {taken.Name}");
    }
}

using Seaworthy.Model;

namespace Seaworthy.Rules.Containers;

/// <summary>A Dockerfile makes a user or group that its base image already has.</summary>
internal sealed class AccountTaken : Rule<IReadOnlyList<AccountCreation>>
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

    public override IReadOnlyList<Relation> Relations => [new Relation<AccountCreation>(AccountCreations.Link)];

    // A user and its group are made together, and are both there.
    public override IEnumerable<IReadOnlyList<AccountCreation>> Subjects(Deployment deployment) =>
        deployment
            .All<AccountCreation>()
            .GroupBy(creation => new { creation.Base.Span, creation.Taken?.Name })
            .Select(same => same.ToList());

    protected override Subject Identify(IReadOnlyList<AccountCreation> subject) => new(subject[0].Subject, subject[0].Command.Span);

    protected override IEnumerable<Verdict> Check(IReadOnlyList<AccountCreation> subject, Deployment deployment)
    {
        var first = subject[0];
        if (first.Taken is not { } taken)
        {
            yield break;
        }

        yield return Fail(
                first.Command.Span,
                $"{first.Subject} makes {first.What} with {first.Command.Value}, which {first.Base.Value} has already{(first.What.EndsWith(taken.Name, StringComparison.Ordinal) ? "" : $" for {taken.Name}")}: the build stops here."
            )
            .Related(first.Base.Span)
            .Related(subject.Skip(1).Select(other => other.Command.Span))
            .Remedy(
                $"Use the account that is there (`USER {taken.Name}`), or another name and number than {taken.Name} and {taken.User ?? taken.Group} in {first.Command.Span}."
            )
            .Verify(BuiltImage.Build(first.Subject, deployment));
    }
}

using Seaworthy.Model;

namespace Seaworthy.Rules.Containers;

/// <summary>A Dockerfile makes a user or group that its base image already has.</summary>
internal sealed class AccountTaken : Rule<IReadOnlyList<AccountCreation>>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/account-taken",
            Title = "Duplicate user or group",
            Area = Area.Containers,
            Severity = Severity.Critical,
            Rationale = "`useradd` and `groupadd` refuse a name or number that is in use, so the build fails.",
            Holds = "The base image does not have these users and groups yet.",
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
                $"{first.Subject} runs `{first.Command.Value}` for {first.What}, which `{first.Base.Value}` already has{(first.What.EndsWith(taken.Name, StringComparison.Ordinal) ? "" : $" for {taken.Name}")}."
            )
            .Related(first.Base.Span)
            .Related(subject.Skip(1).Select(other => other.Command.Span))
            .Remedy(
                $"Use the existing account (`USER {taken.Name}`), or choose a name and number other than {taken.Name} and {taken.User ?? taken.Group} in {first.Command.Span}."
            )
            .Verify(BuiltImage.Build(first.Subject, deployment));
    }
}

using Seaworthy.Model;

namespace Seaworthy.Rules.Secrets;

/// <summary>A script signs in on another machine with a password that it holds. One password of a script is one subject.</summary>
internal sealed class PasswordInScript : Rule<IReadOnlyList<HeldPassword>>
{
    private const int MostPlaces = 8;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "secrets/password-in-script",
            Title = "Password in script",
            Area = Area.Secrets,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            HarmsAnywhere = true,
            Rationale =
                "Everyone with read access to the repository, now or in the past, can sign in there; a deleted line stays in the history.",
            Holds = "The password comes from outside the repository.",
        };

    public override IReadOnlyList<Relation> Relations => [new Relation<HeldPassword>(HeldPasswords.Link)];

    public override IEnumerable<IReadOnlyList<HeldPassword>> Subjects(Deployment deployment) =>
        deployment
            .All<HeldPassword>()
            .GroupBy(password => new { password.Site.Span.File.Path, password.Value })
            .Select(same => same.OrderBy(password => password.IsShell ? 0 : 1).ToList());

    protected override Subject Identify(IReadOnlyList<HeldPassword> subject) => new(subject[0].Site.Subject, subject[0].Place);

    protected override IEnumerable<Verdict> Check(IReadOnlyList<HeldPassword> subject, Deployment deployment)
    {
        var first = subject[0];
        var places = subject.Select(password => password.Place).Distinct().ToList();
        yield return Warn(
                first.Place,
                $"{first.Site.Subject} gives `{first.Tool}` a password that {(first.Set is null ? "the command holds" : "the same file sets")}."
            )
            .As(first.IsShell ? Severity.Critical : Severity.High)
            .Related(places.Skip(1).Take(MostPlaces))
            .Related(first.Set is null ? null : first.Word.Span, "used here")
            .Remedy(
                first.IsShell
                    ? $"Change the password on the machine, sign in with a key instead, and take the password out of {first.Place}."
                    : $"Change the password, and read it in {first.Place} from a secret of the pipeline or the environment."
            )
            .Verify(TreeCheck.Gone(places));
    }
}

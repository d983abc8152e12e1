using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;

namespace Seaworthy.Rules.Secrets;

/// <summary>A program creates accounts with a password that its source holds.</summary>
internal sealed class AccountWithKnownPassword : Rule<SeedingFile>
{
    private const int MostPlaces = 8;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "secrets/account-with-known-password",
            Title = "Account with known password",
            Area = Area.Secrets,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "Everyone who reads the source can sign in to every deployment where nobody changed the password.",
            Holds = "Passwords of accounts come from the environment, or are set by their owners.",
        };

    public override IEnumerable<SeedingFile> Subjects(Deployment deployment) => SeedingFile.Of(deployment);

    protected override Subject Identify(SeedingFile subject) => new(subject.File.File.Path, subject.Passwords[0].Span);

    protected override IEnumerable<Verdict> Check(SeedingFile subject, Deployment deployment)
    {
        if (subject.WrittenOut is not [{ Span: var place }, ..])
        {
            yield break;
        }

        var message =
            $"{subject.File.File.Path} creates {(subject.File.IsOfAdministrators() ? "an administrator" : "accounts")} with a password that is in the source";
        if (subject.File.AskedEnvironment() is { } guard)
        {
            yield return Unknown(place, $"{message}; unknown whether production runs it: the file mentions `{guard}`.");
            yield break;
        }

        var runBy = subject.RunBy(deployment);
        yield return Warn(place, runBy is null ? $"{message}." : $"{message}, and {runBy}.")
            .As(
                runBy is null ? Severity.Low
                : subject.File.IsOfAdministrators() ? Severity.High
                : Severity.Medium
            )
            .Related(subject.WrittenOut.Skip(1).Take(MostPlaces).Select(password => password.Span))
            .Remedy(
                $"Read the password from the environment in {place} and stop when it is not set, or create the account by hand; change it where it was used."
            )
            .VerifyAllGone();
    }
}

using Seaworthy.Model;

namespace Seaworthy.Rules.Configuration;

/// <summary>A password is made with Base64, and put into a URL as it is.</summary>
internal sealed class Base64PasswordInUrl : Rule<PasswordOfUrl>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "configuration/base64-password-in-url",
            Title = "Base64 password in URL",
            Area = Area.Configuration,
            Severity = Severity.High,
            Rationale =
                "A slash ends the host part of a URL: with such a password the client reads a wrong host or port, and the program does not reach its database.",
            Holds = "No password that is put into a URL is made with Base64.",
        };

    public override IReadOnlyList<Relation> Relations => [new Relation<PasswordOfUrl>(PasswordOfUrls.Link)];

    public override IEnumerable<PasswordOfUrl> Subjects(Deployment deployment) => deployment.All<PasswordOfUrl>();

    protected override Subject Identify(PasswordOfUrl subject) => new(subject.Variable, subject.Uses[0]);

    protected override IEnumerable<Verdict> Check(PasswordOfUrl subject, Deployment deployment)
    {
        if (subject.Made is not [var made, ..])
        {
            yield break;
        }

        // A page for people is no place of a deployment: the URL is.
        yield return Warn(
                subject.Uses[0],
                $"{subject.Uses[0].File.Path} puts {subject.Variable} into a URL, but {made.Span} makes it with `openssl rand -base64`: {made.WithSlash} % contain `/`, which ends the host."
            )
            .Related(subject.Uses.Skip(1), "in a URL too")
            .Related(subject.Made.Select(other => other.Span), "makes it")
            .Remedy($"Write `openssl rand -hex 32` in {PlaceList.Of([.. subject.Made.Select(each => each.Span)])}.")
            .Verify(TreeCheck.Gone(subject.Made.Select(each => each.Span)));
    }
}

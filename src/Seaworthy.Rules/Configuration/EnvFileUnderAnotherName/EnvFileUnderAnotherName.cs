using Seaworthy.Model;

namespace Seaworthy.Rules.Configuration;

/// <summary>A deployment writes variables into a file whose name Compose does not look for.</summary>
internal sealed class EnvFileUnderAnotherName : Rule<MadeEnvFile>
{
    private const int MostNames = 3;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "configuration/env-file-under-another-name",
            Title = "Unread environment file",
            Area = Area.Configuration,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale =
                "Compose reads `.env` alone and replaces the other variables by empty strings: empty passwords, images without a name, databases that refuse to start.",
            Holds = "Compose reads the file.",
        };

    public override IReadOnlyList<Relation> Relations => [new Relation<MadeEnvFile>(MadeEnvFiles.Link)];

    public override IEnumerable<MadeEnvFile> Subjects(Deployment deployment) => deployment.All<MadeEnvFile>();

    protected override Subject Identify(MadeEnvFile subject) => new($"{subject.Subject}: {subject.FileName}", subject.Writing);

    protected override IEnumerable<Verdict> Check(MadeEnvFile subject, Deployment deployment)
    {
        if (subject.IsRead)
        {
            yield break;
        }

        var names = NameList.Of([.. subject.Names.Select(name => name.Value)], MostNames);
        yield return Fail(
                subject.Writing,
                $"{subject.Subject} writes {names} into `{subject.FileName}`, but `{subject.Start.Quote}` reads only `.env`."
            )
            .Related(subject.Start)
            .Related(subject.Names.Take(MostNames).Select(name => name.Span))
            .Remedy($"Add `--env-file {subject.FileName}` behind `compose` in {subject.Start}, or write to `.env` in {subject.Writing}.")
            .Verify(TreeCheck.OneGone([subject.Writing, subject.Start]));
    }
}

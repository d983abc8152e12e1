using Seaworthy.Model;
using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Secrets;

/// <summary>Env files with real secrets are tracked by git.</summary>
internal sealed class TrackedEnvFile : Rule<TrackedSecrets>
{
    private const int MostPlaces = 10;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "secrets/tracked-env-file",
            Title = "Env file with secrets under version control",
            Area = Area.Secrets,
            Severity = Severity.Critical,
            Rationale = "Every clone holds the secrets, and so does the history after the file is deleted.",
            Holds = "The env file holds no secret of its own.",
        };

    public override IEnumerable<TrackedSecrets> Subjects(Deployment deployment) =>
        deployment
            .Of<EnvFile>()
            .Where(file =>
                !file.IsTemplate
                && deployment.Tree.Find(file.File.Path) is { Status: not FileStatus.Ignored }
                && !EnvSecrets.IsSample(file.File.Path)
            )
            .Select(file => new { File = file, Secrets = EnvSecrets.Of(file) })
            .Select(pair => new
            {
                pair.File,
                pair.Secrets,
                Weight = EnvSecrets.Weigh(pair.File, pair.Secrets, deployment),
            })
            .GroupBy(pair => new
            {
                pair.Weight,
                Place = pair.Weight == TrackedWeight.None ? pair.File.File.Path : pair.File.File.Directory,
            })
            .Select(same => new TrackedSecrets(
                [.. same.Select(pair => pair.File)],
                same.Key.Weight,
                [.. same.SelectMany(pair => pair.Secrets)]
            ));

    /// <summary>What looks for the file in a clone, and would not find it there any more.</summary>
    private static string Seeker(TrackedSecrets subject, Deployment deployment)
    {
        var names = subject.Files.Select(file => file.File.Name).Where(name => name != ".env").Distinct(StringComparer.Ordinal).ToList();
        var reader = deployment
            .Artifacts.Select(artifact => artifact.File)
            .Where(file => names.Exists(name => Names(file.Text, name)) && !IsNoReader(file, deployment))
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .FirstOrDefault();
        return reader is null
            ? ""
            : $"; {reader.Path} looks for {names.Find(name => Names(reader.Text, name))}, to be copied from it first";
    }

    private static bool IsNoReader(SourceFile file, Deployment deployment) =>
        file.Name.EndsWith("ignore", StringComparison.Ordinal)
        || deployment.At<EnvFile>(file.Path) is not null
        || deployment.At<Document>(file.Path) is not null;

    /// <summary>The name itself, not that of a template: <c>.env.production.example</c>.</summary>
    private static bool Names(string text, string name)
    {
        for (
            var at = text.IndexOf(name, StringComparison.Ordinal);
            at >= 0;
            at = text.IndexOf(name, at + name.Length, StringComparison.Ordinal)
        )
        {
            var end = at + name.Length;
            if (end == text.Length || !(char.IsAsciiLetterOrDigit(text[end]) || text[end] is '.' or '-' or '_'))
            {
                return true;
            }
        }

        return false;
    }

    protected override Subject Identify(TrackedSecrets subject) => new(subject.Paths, subject.Files[0].File.Whole);

    protected override IEnumerable<Verdict> Check(TrackedSecrets subject, Deployment deployment)
    {
        if (subject.Weight == TrackedWeight.None)
        {
            yield break;
        }

        var first = subject.Secrets[0].Span;
        var message =
            $"{subject.Paths} {(subject.Files.Count == 1 ? "is" : "are")} under version control and {(subject.Files.Count == 1 ? "holds" : "hold")} {(subject.Names.Count == 1 ? "a value" : "values")} for {subject.Shown}";
        var verdict = subject.Weight switch
        {
            TrackedWeight.Development => Warn(first, $"{message}, though for development.").As(Severity.Medium),
            TrackedWeight.Default => Warn(first, $"{message}: a default that every deployment without a value of its own shares.")
                .As(Severity.Medium),
            TrackedWeight.Guessable => Warn(
                    first,
                    $"{message}, short or in words: whoever reads the repository has it, and others may guess it."
                )
                .As(Severity.High),
            _ => Fail(first, $"{message}."),
        };
        var files = string.Join(' ', subject.Files.Select(file => file.File.Path));
        var reader = Reader(subject, deployment);
        yield return verdict
            .Related(subject.Secrets.Skip(1).Take(MostPlaces).Select(entry => entry.Span))
            .Related(reader, "reads the file")
            .Remedy(
                reader is not null
                    ? $"Change these secrets, leave them empty in {files}, which {reader} needs, and give them from a secret store where it is deployed."
                : subject.Weight == TrackedWeight.Default
                    // The framework wants the file committed, and stops without it.
                    ? $"Change these secrets, leave them empty in {files}, and give them by the environment or by a file that git ignores (`.env.local`)."
                : $"Change these secrets, run `git rm --cached {files}`, and ignore {(subject.Files.Count == 1 ? "the file" : "the files")} in .gitignore; commit a template with the names only{Seeker(subject, deployment)}."
            )
            .Verify(
                subject.Weight == TrackedWeight.Default || reader is not null
                    ? $"git grep -nE '^({string.Join('|', subject.Names)})=.' -- {files}   # prints nothing when it is fixed"
                    : $"git ls-files {files}   # prints nothing when it is fixed"
            );
    }

    /// <summary>What stops without the file: a kustomization that makes a Secret of it, a Dockerfile that copies it. Compose is given another by whoever starts it.</summary>
    private static SourceSpan? Reader(TrackedSecrets subject, Deployment deployment) =>
        deployment
            .Paths.FirstOrDefault(use =>
                use.Role != PathRole.EnvFile
                && use.Answer.Presence == Presence.Present
                && subject.Files.Any(file => file.File.Path == use.Answer.Looked)
            )
            ?.Span;
}

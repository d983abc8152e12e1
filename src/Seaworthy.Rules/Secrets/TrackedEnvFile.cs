using Seaworthy.Model;
using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Secrets;

/// <summary>Environment files with real secrets are tracked by git.</summary>
internal sealed class TrackedEnvFile : Rule<TrackedSecrets>
{
    private const int MostPlaces = 10;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "secrets/tracked-env-file",
            Title = "Committed .env file",
            Area = Area.Secrets,
            Severity = Severity.Critical,
            HarmsAnywhere = true,
            Rationale = "Every clone has the secrets, and the history keeps them after the file is deleted.",
            Holds = "The environment file has no secret of its own.",
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

    protected override Subject Identify(TrackedSecrets subject) => new(subject.Paths, subject.Files[0].File.Whole);

    protected override IEnumerable<Verdict> Check(TrackedSecrets subject, Deployment deployment)
    {
        if (subject.Weight == TrackedWeight.None)
        {
            yield break;
        }

        var first = subject.Secrets[0].Span;
        var message =
            $"{subject.Paths} {(subject.Files.Count == 1 ? "is" : "are")} committed with {(subject.Names.Count == 1 ? "a value" : "values")} for {subject.Shown}";
        var verdict = subject.Weight switch
        {
            TrackedWeight.Development => Warn(first, $"{message} (for development).").As(Severity.Medium),
            TrackedWeight.Default => Warn(first, $"{message}, which every deployment without its own value shares.").As(Severity.Medium),
            TrackedWeight.Guessable => Warn(first, $"{message}: short or guessable.").As(Severity.High),
            _ => Fail(first, $"{message}."),
        };
        var files = string.Join(' ', subject.Files.Select(file => file.File.Path));
        var local = TrackedLocal(subject, deployment.Tree);
        var reader = EnvFileReaders.Needing(subject, deployment);
        var besides = subject.Files.SelectMany(EnvSecrets.Phrases).ToList();
        var these =
            besides.Count == 0
                ? "these secrets"
                : $"these secrets, and {string.Join(", ", besides.Select(entry => $"{entry.Name.Value} ({entry.Span})"))}, which are as public";
        yield return verdict
            .Related(subject.Secrets.Skip(1).Take(MostPlaces).Select(entry => entry.Span))
            .Related(reader, "reads this file")
            .Remedy(
                (
                    reader is not null
                        ? $"Change {these}, leave them empty in {files}, which {reader} needs, and set them from a secret store at deployment."
                    : subject.Weight == TrackedWeight.Default
                        // The framework expects the file to be committed and fails without it.
                        ? $"Change {these}, leave them empty in {files}, and set them by the environment or an ignored file (`.env.local`).{Untracking(local)}"
                    : $"Change {these}, run `git rm --cached {files}`, and ignore {(subject.Files.Count == 1 ? "the file" : "the files")} in .gitignore; commit a template with the names only{EnvFileReaders.Seeking(subject, deployment)}."
                ) + Elsewhere(subject, deployment)
            )
            .Verify(
                $"git grep -lE {$"^({string.Join('|', subject.Names)})=."} -- {Paths(subject, subject.Weight == TrackedWeight.Default || reader is not null ? local : null)}   # must find nothing"
            );
    }

    private static string Elsewhere(TrackedSecrets subject, Deployment deployment)
    {
        var values = subject
            .Secrets.Select(entry => entry.Value?.Literal)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .Take(MostPlaces)
            .ToList();
        return SamePlaces.Sentence(
            SamePlaces.Of(file => values.Exists(file.Mentions), subject.Files.Select(file => file.File), deployment),
            values.Count == 1
        );
    }

    /// <summary>Each a separate word, quoted if needed.</summary>
    private static IEnumerable<string> Paths(TrackedSecrets subject, string? local) =>
        subject.Files.Select(file => file.File.Path).Concat(local is null ? [] : [local]);

    /// <summary>The framework's file for local values, if git tracks it too.</summary>
    private static string? TrackedLocal(TrackedSecrets subject, RepositoryTree tree) =>
        subject.Weight == TrackedWeight.Default
        && subject.Files[0].File.Directory is var directory
        && (directory.Length == 0 ? ".env.local" : $"{directory}/.env.local") is var local
        && tree.Find(local) is { Status: not FileStatus.Ignored }
            ? local
            : null;

    private static string Untracking(string? local) =>
        local is null
            ? ""
            : $" {local} is committed as well: run `git rm --cached {local}` and ignore it in .gitignore first, and change its secrets.";
}

using Seaworthy.Model;
using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Secrets;

/// <summary>Env files with real secrets are tracked by git.</summary>
internal sealed class TrackedEnvFile : Rule<TrackedSecrets>
{
    private const int LeastLength = 8;
    private const int MostPlaces = 10;

    private static readonly HashSet<string> Stages = new(StringComparer.Ordinal)
    {
        "NODE_ENV",
        "APP_ENV",
        "ENVIRONMENT",
        "ENV",
        "RAILS_ENV",
        "RACK_ENV",
        "FLASK_ENV",
        "DJANGO_ENV",
        "ASPNETCORE_ENVIRONMENT",
    };

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
                !file.IsTemplate && deployment.Tree.Find(file.File.Path) is { Status: not FileStatus.Ignored } && !IsSample(file.File.Path)
            )
            .Select(file => new { File = file, Secrets = file.Entries.Where(IsReal).ToList() })
            .Select(pair => new
            {
                pair.File,
                pair.Secrets,
                Weight = Weigh(pair.File, pair.Secrets, deployment.Tree),
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
            $"{subject.Paths} {(subject.Files.Count == 1 ? "is" : "are")} under version control and {(subject.Files.Count == 1 ? "holds" : "hold")} {(subject.Names.Count == 1 ? "a value" : "values")} for {subject.Shown}";
        var verdict = subject.Weight switch
        {
            TrackedWeight.Development => Warn(first, $"{message}, though for development.").As(Severity.Medium),
            TrackedWeight.Default => Warn(first, $"{message}: a default that every deployment without a value of its own shares.")
                .As(Severity.Medium),
            TrackedWeight.Guessable => Warn(first, $"{message} that anybody could guess.").As(Severity.High),
            _ => Fail(first, $"{message}."),
        };
        var files = string.Join(' ', subject.Files.Select(file => file.File.Path));
        yield return verdict
            .Related(subject.Secrets.Skip(1).Take(MostPlaces).Select(entry => entry.Span))
            .Remedy(
                $"Change these secrets, run `git rm --cached {files}`, and ignore {(subject.Files.Count == 1 ? "the file" : "the files")} in .gitignore; commit a template with the names only."
            )
            .Verify($"git ls-files {files}   # prints nothing when it is fixed");
    }

    private static TrackedWeight Weigh(EnvFile file, List<EnvEntry> secrets, RepositoryTree tree) =>
        secrets.Count == 0 || file.Environment is "test" or "ci" ? TrackedWeight.None
        : file.Environment is "development" or "local" or "docker" or "preview" or "demo" || SaysDevelopment(file)
            ? TrackedWeight.Development
        : IsOfSymfony(file, tree) ? TrackedWeight.Default
        : secrets.Exists(entry => IsStrong(entry.Value?.Literal ?? "")) ? TrackedWeight.Real
        : TrackedWeight.Guessable;

    private static bool SaysDevelopment(EnvFile file) =>
        file.Environment is null
        && file.Entries.Any(entry =>
            Stages.Contains(entry.Name.Value)
            && entry.Value?.Literal?.ToUpperInvariant() is "DEVELOPMENT" or "DEV" or "LOCAL" or "TEST" or "TESTING"
        );

    /// <summary>Symfony loads <c>.env</c> first and wants it committed; <c>.env.local</c> and the environment override it.</summary>
    /// <remarks>Source: Symfony documentation, "Overriding Environment Values via .env.local".</remarks>
    private static bool IsOfSymfony(EnvFile file, RepositoryTree tree)
    {
        if (file.File.Name != ".env")
        {
            return false;
        }

        for (var directory = file.File.Directory; ; directory = directory[..Math.Max(directory.LastIndexOf('/'), 0)])
        {
            var prefix = directory.Length == 0 ? "" : directory + "/";
            if (
                tree.HasFile(prefix + "symfony.lock")
                || tree.HasFile(prefix + "config/bundles.php")
                || (tree.HasFile(prefix + "bin/console") && tree.HasFile(prefix + "composer.json"))
            )
            {
                return true;
            }

            if (directory.Length == 0)
            {
                return false;
            }
        }
    }

    private static bool IsReal(EnvEntry entry) =>
        SecretNames.IsSecret(entry.Name.Value)
        && entry.Value?.Literal is { Length: >= LeastLength } value
        && !SecretNames.IsPlaceholder(value)
        && !SecretNames.IsWeak(value);

    private static bool IsStrong(string value) =>
        value.Length >= 12
        && !value.Contains("password", StringComparison.OrdinalIgnoreCase)
        && value.Any(char.IsAsciiDigit)
        && value.Any(char.IsAsciiLetter);

    private static bool IsSample(string path) =>
        SidePlace.TestIn(path) is not null
        || path.Split('/')
            .SkipLast(1)
            .Any(part => part is "example" or "examples" or "fixtures" or "samples" or "docs" or "templates" or "__tests__");
}

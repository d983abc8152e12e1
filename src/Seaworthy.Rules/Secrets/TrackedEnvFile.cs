using Seaworthy.Model;
using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Secrets;

/// <summary>An env file with real secrets is tracked by git.</summary>
internal sealed class TrackedEnvFile : Rule<EnvFile>
{
    private const int LeastLength = 8;
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

    public override IEnumerable<EnvFile> Subjects(Deployment deployment) =>
        deployment
            .Of<EnvFile>()
            .Where(file =>
                !file.IsTemplate && deployment.Tree.Find(file.File.Path) is { Status: not FileStatus.Ignored } && !IsSample(file.File.Path)
            );

    protected override Subject Identify(EnvFile subject) => new(subject.File.Path, subject.File.Whole);

    protected override IEnumerable<Verdict> Check(EnvFile subject, Deployment deployment)
    {
        var secrets = subject.Entries.Where(IsReal).ToList();
        if (secrets is not [var first, ..] || subject.Environment is "test" or "ci")
        {
            yield break;
        }

        List<string> names = [.. secrets.Select(entry => entry.Name.Value).Distinct(StringComparer.Ordinal)];
        var message =
            $"{subject.File.Path} is under version control and holds {(names.Count == 1 ? "a value" : "values")} for {Names(names)}";
        var isForDevelopment = subject.Environment is "development" or "local" or "docker" or "preview" or "demo";
        yield return (
            isForDevelopment ? Warn(first.Span, $"{message}, though for development.").As(Severity.Medium)
            : secrets.Exists(entry => IsStrong(entry.Value?.Literal ?? "")) ? Fail(first.Span, $"{message}.")
            : Warn(first.Span, $"{message} that anybody could guess.").As(Severity.High)
        ).Related(secrets.Skip(1).Take(MostPlaces).Select(entry => entry.Span)).Remedy($"Change these secrets, run `git rm --cached {subject.File.Path}`, and add the file to .gitignore; commit a template with the names only.").Verify($"git ls-files {subject.File.Path}   # prints nothing when it is fixed");
    }

    private static bool IsReal(EnvEntry entry) =>
        SecretNames.IsSecret(entry.Name.Value)
        && entry.Value?.Literal is { Length: >= LeastLength } value
        && !SecretNames.IsPlaceholder(value)
        && !SecretNames.IsWeak(value);

    private static bool IsStrong(string value) => value.Length >= 12 && value.Any(char.IsAsciiDigit) && value.Any(char.IsAsciiLetter);

    private static string Names(List<string> names) =>
        names.Count > 8 ? $"{string.Join(", ", names.Take(8))} and {names.Count - 8} more" : string.Join(", ", names);

    private static bool IsSample(string path) =>
        path.Split('/')
            .SkipLast(1)
            .Any(part =>
                part
                    is "test"
                        or "tests"
                        or "example"
                        or "examples"
                        or "fixtures"
                        or "samples"
                        or "docs"
                        or "templates"
                        or "e2e"
                        or "__tests__"
            );
}

using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A compose file whose name is the usual one but for its letters' case, and that no command names.</summary>
internal sealed class ComposeFileInOtherCase : Rule<ComposeFile>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/compose-file-in-other-case",
            Title = "Compose file that Linux does not find by itself",
            Area = Area.Orchestration,
            Severity = Severity.Medium,
            Rationale =
                "On the file systems of Windows and macOS Docker-compose.yml is found as docker-compose.yml; on a Linux server compose says that there is no configuration file.",
            Holds = "The compose file has its usual name, or commands name it.",
        };

    public override IEnumerable<ComposeFile> Subjects(Deployment deployment) =>
        deployment.Of<ComposeFile>().Where(file => ComposeFileNames.Usual.Contains(file.File.Name, StringComparer.OrdinalIgnoreCase));

    protected override Subject Identify(ComposeFile subject) => new(subject.File.Path, subject.File.Whole);

    protected override IEnumerable<Verdict> Check(ComposeFile subject, Deployment deployment)
    {
        var file = subject.File;
        if (
            ComposeFileNames.Usual.Contains(file.Name)
            || deployment.ComposeCalls.Any(call => call.Files.Any(loaded => loaded.Path == file.Path))
            || deployment.Artifacts.Any(other => other.File.Path != file.Path && other.File.Mentions(file.Name))
        )
        {
            yield break;
        }

        var usual = ComposeFileNames.Usual.First(name => name.Equals(file.Name, StringComparison.OrdinalIgnoreCase));
        yield return Warn(
                file.Whole,
                $"{file.Path} is found by docker compose only where the file system does not tell {file.Name} from {usual}; no command names it."
            )
            .Remedy($"Rename {file.Path} to `{usual}`.")
            .Verify($"git ls-files --error-unmatch {Directory(file)}{usual}");
    }

    private static string Directory(SourceFile file) => file.Directory.Length == 0 ? "" : file.Directory + "/";
}

using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A compose file whose name differs from a default one only in case, and that no command names.</summary>
internal sealed class ComposeFileInOtherCase : Rule<ComposeFile>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/compose-file-in-other-case",
            Title = "Wrong case in Compose filename",
            Area = Area.Orchestration,
            Severity = Severity.Medium,
            Rationale = "`docker compose` finds the file on Windows and macOS, but reports no configuration file on Linux.",
            Holds = "The compose file has a default name, or commands name it.",
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
        yield return Warn(file.Whole, $"Compose looks for `{usual}` and does not find {file.Path} on Linux; no command names it.")
            .Remedy($"Rename {file.Path} to `{usual}`.")
            .Verify($"git ls-files --error-unmatch {Directory(file)}{usual}");
    }

    private static string Directory(SourceFile file) => file.Directory.Length == 0 ? "" : file.Directory + "/";
}

using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Lines;

namespace Seaworthy.Reading.Readers.Manifests.Java;

/// <summary>Reads the Gradle scripts that are no project of their own, as far as they state a version of Java.</summary>
/// <remarks>Source: Gradle User Manual, "Script plugins".</remarks>
internal sealed class GradleScriptReader : Reader
{
    private static readonly GradleBuildReader Projects = new();

    public override bool Accepts(string path) => path.EndsWith(".gradle", StringComparison.Ordinal) && !Projects.Accepts(path);

    public override Artifact? Read(FileSyntax file)
    {
        GradleScan scan = new(new JavaBuild(file.File, "gradle"));
        foreach (var line in SourceLine.Of(file.File))
        {
            scan.Take(line);
        }

        return scan.Result.Runtimes is { Count: > 0 } runtimes ? new GradleScript(file.File) { Runtimes = runtimes } : null;
    }
}

using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Lines;

namespace Seaworthy.Reading.Readers.Manifests.Java;

/// <summary>Reads build.gradle, build.gradle.kts and settings.gradle(.kts) line by line, as far as they are literals.</summary>
/// <remarks>Source: Gradle User Manual, "Using Plugins", "Declaring Dependencies", "Toolchains for JVM projects".</remarks>
internal sealed class GradleBuildReader : Reader
{
    public override bool Accepts(string path) =>
        Path.GetFileName(path) is "build.gradle" or "build.gradle.kts" or "settings.gradle" or "settings.gradle.kts";

    public override Artifact? Read(FileSyntax file)
    {
        GradleScan scan = new(new JavaBuild(file.File, "gradle"));
        foreach (var line in SourceLine.Of(file.File))
        {
            scan.Take(line);
        }

        return scan.Result;
    }
}

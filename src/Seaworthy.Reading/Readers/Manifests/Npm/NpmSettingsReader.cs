using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Lines;

namespace Seaworthy.Reading.Readers.Manifests.Npm;

/// <summary>Reads .npmrc, line by line: <c>key = value</c>, with comments behind <c>;</c> and <c>#</c>.</summary>
/// <remarks>Source: npm documentation, "npmrc".</remarks>
internal sealed class NpmSettingsReader : Reader
{
    // More lines than any author writes.
    private const int MostLines = 5_000;

    public override bool Accepts(string path) => Path.GetFileName(path) is ".npmrc";

    public override Artifact? Read(FileSyntax file)
    {
        Fact<string>? links = null;
        foreach (var line in SourceLine.Of(file.File).Take(MostLines))
        {
            if (line.Trimmed is "" or ['#' or ';', ..] || line.Text.IndexOf('=', StringComparison.Ordinal) is not (> 0 and var equal))
            {
                continue;
            }

            if (line.Text[..equal].Trim() == "link-workspace-packages")
            {
                links = line.FactOf(equal + 1, line.Text.Length);
            }
        }

        return new NpmSettings(file.File) { LinksPackages = links };
    }
}

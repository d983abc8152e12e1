using Seaworthy.Model.Declared.Bicep;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Bicep;

namespace Seaworthy.Reading.Readers.Bicep;

/// <summary>Reads templates of Bicep and their files of values.</summary>
/// <remarks>Sources: Bicep documentation, "Bicep file structure and syntax", "Parameters files".</remarks>
internal sealed class BicepReader : Reader
{
    public override bool Accepts(string path) => path.EndsWith(".bicep", StringComparison.Ordinal) || IsValues(path);

    public override Artifact? Read(FileSyntax file)
    {
        var syntax = BicepParser.Parse(file.File);
        return new BicepFile(file.File, syntax.Statements) { IsValues = IsValues(file.File.Path), Problems = syntax.Problems };
    }

    private static bool IsValues(string path) => path.EndsWith(".bicepparam", StringComparison.Ordinal);
}

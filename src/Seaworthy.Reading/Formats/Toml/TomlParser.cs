using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Formats.Toml;

/// <summary>TOML 1.0 to the common tree.</summary>
internal static class TomlParser
{
    public static NodeFile Parse(SourceFile file) => NodeFile.Empty;
}

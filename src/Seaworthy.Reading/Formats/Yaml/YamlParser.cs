using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Formats.Yaml;

/// <summary>YAML 1.2 to the common tree.</summary>
internal static class YamlParser
{
    public static NodeFile Parse(SourceFile file) => NodeFile.Empty;
}

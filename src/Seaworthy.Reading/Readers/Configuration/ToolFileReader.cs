using Seaworthy.Model.Declared.Configuration;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Readers.Configuration;

/// <summary>Reads the syntax of YAML files that a pipeline or a platform looks for by name, and of which nothing else is asked.</summary>
internal sealed class ToolFileReader : Reader
{
    public override bool Accepts(string path) => YamlOfTools.ToolOf(path) is not null;

    // A generator's file becomes YAML only when its holes are filled.
    public override Artifact? Read(FileSyntax file) =>
        YamlOfTools.ToolOf(file.File.Path) is { } tool && !file.Yaml.HasTemplateActions
            ? new ToolFile(file.File, tool) { Problems = file.Yaml.Problems }
            : null;
}

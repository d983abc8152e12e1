using System.Text.RegularExpressions;
using Seaworthy.Model.Declared.Configuration;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Readers.Configuration;

/// <summary>Reads the syntax of YAML files that a pipeline or a platform looks for by name: of some nothing else is asked, of others only when a fault hides what they are.</summary>
internal sealed partial class ToolFileReader : Reader
{
    public override bool Accepts(string path) => YamlOfTools.ToolOf(path) is not null || YamlOfTools.ToolOfKnown(path) is not null;

    public override Artifact? Read(FileSyntax file)
    {
        // A generator's file becomes YAML only when its holes are filled.
        if (file.Yaml.HasTemplateActions || IsTemplate(file.File))
        {
            return null;
        }

        var faults = file.Yaml.Problems.Where(problem => problem.Kind is ProblemKind.Syntax or ProblemKind.ConflictMarker).ToList();
        return YamlOfTools.ToolOf(file.File.Path) is { } tool ? new ToolFile(file.File, tool) { Problems = file.Yaml.Problems }
            : YamlOfTools.ToolOfKnown(file.File.Path) is { } known && faults.Count > 0
                ? new ToolFile(file.File, known) { Problems = faults }
            : null;
    }

    /// <summary>Jinja, cookiecutter, and what Maven puts in: <c>@project.version@</c>.</summary>
    private static bool IsTemplate(SourceFile file) =>
        file.Path.Contains("{{", StringComparison.Ordinal)
        || file.Text.Contains("{%", StringComparison.Ordinal)
        || Filtered().IsMatch(file.Text);

    [GeneratedRegex(@"@[A-Za-z][\w.-]*@")]
    private static partial Regex Filtered();
}

using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Monitoring;

/// <summary>A reader of YAML files that can have any name: what they hold decides.</summary>
internal abstract class YamlContentReader : Reader
{
    /// <summary>Words one of which every such file holds; files without them are never parsed for this reader.</summary>
    protected abstract IReadOnlyList<string> Marks { get; }

    public sealed override bool Accepts(string path) =>
        path.EndsWith(".yml", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase);

    public sealed override Artifact? Read(FileSyntax file) =>
        Marks.Any(mark => file.File.Text.Contains(mark, StringComparison.Ordinal))
        && file.Yaml.Root is MappingNode root
        && !file.Yaml.HasTemplateActions
            ? Read(file.File, root) is { } found
                ? found with
                {
                    Problems = [.. file.Yaml.Problems, .. found.Problems],
                }
                : null
            : null;

    /// <summary>The facts, or null when the content is of another kind.</summary>
    protected abstract Artifact? Read(SourceFile file, MappingNode root);
}

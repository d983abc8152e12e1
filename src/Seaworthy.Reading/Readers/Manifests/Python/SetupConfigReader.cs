using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Manifests.Python;

/// <summary>Reads setup.cfg.</summary>
/// <remarks>Source: setuptools documentation, "Configuring setuptools using setup.cfg files".</remarks>
internal sealed class SetupConfigReader : Reader
{
    public override bool Accepts(string path) => Path.GetFileName(path) == "setup.cfg";

    public override Artifact? Read(FileSyntax file)
    {
        var root = file.Ini.Root;
        var options = root?["options"];
        if (options is null && root?["metadata"] is null)
        {
            return null;
        }

        var required = options?["install_requires"];
        return new SetupScript(file.File)
        {
            Problems = file.Ini.Problems,
            Name = root?.At("metadata", "name")?.Fact,
            Version = root?.At("metadata", "version")?.Fact,
            Runtimes = options?["python_requires"] is { Text: { } version } node
                ? [new RuntimeRequirement("python", version, node.Span)]
                : [],
            HasDynamicDependencies = required?.Text?.StartsWith("file:", StringComparison.Ordinal) ?? false,
            Dependencies =
            [
                .. Lines(required, DependencyKind.Runtime, null),
                .. root?["options.extras_require"]?.Entries.SelectMany(extra => Lines(extra.Value, DependencyKind.Optional, extra.Key))
                    ?? [],
            ],
            Scripts = [.. Scripts(root?.At("options.entry_points", "console_scripts"))],
        };
    }

    private static IEnumerable<Dependency> Lines(Node? list, DependencyKind kind, string? extra) =>
        from line in MultiLine(list)
        let dependency = Pep508.Parse(line.Value, kind, line.Span)
        where dependency is not null
        select dependency with
        {
            Group = extra,
        };

    private static IEnumerable<NamedPath> Scripts(Node? list) =>
        from line in MultiLine(list)
        let sign = line.Value.IndexOf('=', StringComparison.Ordinal)
        where sign > 0
        select new NamedPath(line.Value[..sign].Trim(), line.Value[(sign + 1)..].Trim(), line.Span);

    private static IEnumerable<Fact<string>> MultiLine(Node? node)
    {
        if (node is not ScalarNode { IsNull: false } scalar)
        {
            yield break;
        }

        var mapped = scalar.Mapped;
        var start = 0;
        foreach (var line in mapped.Text.Split('\n'))
        {
            if (line.Trim() is { Length: > 0 } text && text[0] != '#')
            {
                yield return new Fact<string>(text, mapped.Span(start + line.IndexOf(text[0], StringComparison.Ordinal), text.Length));
            }

            start += line.Length + 1;
        }
    }
}

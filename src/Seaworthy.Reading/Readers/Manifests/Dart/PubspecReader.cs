using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Manifests.Dart;

/// <summary>Reads pubspec.yaml.</summary>
internal sealed class PubspecReader : Reader
{
    public override bool Accepts(string path) => Path.GetFileName(path) == "pubspec.yaml";

    public override Artifact? Read(FileSyntax file)
    {
        var tree = file.Yaml;
        var root = tree.Root;
        var needed = root?["dependencies"]?.Entries ?? [];
        return new Pubspec(file.File)
        {
            Problems = tree.Problems,
            Name = root?["name"]?.Fact,
            Version = root?["version"]?.Fact,
            Dependencies =
            [
                .. Section(needed, DependencyKind.Runtime),
                .. Section(root?["dev_dependencies"]?.Entries ?? [], DependencyKind.Development),
            ],
            IsFlutter = needed.Any(entry => entry.Key == "flutter") || root?["flutter"] is not null,
            Assets =
            [
                .. (root?.At("flutter", "assets")?.Items ?? []).Select(item => item.Fact ?? item["path"]?.Fact).OfType<Fact<string>>(),
                .. (root?.At("flutter", "fonts")?.Items ?? [])
                    .SelectMany(family => family["fonts"]?.Items ?? [])
                    .Select(font => font["asset"]?.Fact)
                    .OfType<Fact<string>>(),
            ],
        };
    }

    private static IEnumerable<Dependency> Section(IReadOnlyList<NodeEntry> entries, DependencyKind kind) =>
        from entry in entries
        let path = entry.Value["path"]?.Text
        let git = entry.Value["git"]?.Text ?? entry.Value.At("git", "url")?.Text
        select new Dependency(
            entry.Key,
            entry.Value.Text ?? entry.Value["version"]?.Text,
            kind,
            path is not null ? DependencySource.Path
                : git is not null ? DependencySource.Git
                : DependencySource.Registry,
            entry.Span
        )
        {
            Location = path ?? git,
        };
}

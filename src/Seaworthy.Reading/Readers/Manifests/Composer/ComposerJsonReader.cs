using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;
using Seaworthy.Reading.Readers.Manifests.Npm;

namespace Seaworthy.Reading.Readers.Manifests.Composer;

/// <summary>Reads composer.json.</summary>
internal sealed class ComposerJsonReader : Reader
{
    public override bool Accepts(string path) => Path.GetFileName(path) == "composer.json";

    public override Artifact? Read(FileSyntax file)
    {
        var tree = file.Json;
        var root = tree.Root;
        var required = root?["require"]?.Entries ?? [];
        return new ComposerJson(file.File)
        {
            Problems = tree.Problems,
            Name = root?["name"]?.Fact,
            Version = root?["version"]?.Fact,
            Dependencies =
            [
                .. Section(required, DependencyKind.Runtime),
                .. Section(root?["require-dev"]?.Entries ?? [], DependencyKind.Development),
            ],
            Runtimes =
            [
                .. from entry in required where entry.Key == "php" select new RuntimeRequirement("php", entry.Value.Text ?? "", entry.Span),
            ],
            Extensions = [.. from entry in required where IsExtension(entry.Key) select new Fact<string>(entry.Key[4..], entry.Span)],
            Scripts = PackageScripts.Read(root?["scripts"]),
        };
    }

    private static IEnumerable<Dependency> Section(IReadOnlyList<NodeEntry> entries, DependencyKind kind) =>
        from entry in entries
        where entry.Key.Contains('/', StringComparison.Ordinal)
        select new Dependency(entry.Key, entry.Value.Text, kind, DependencySource.Registry, entry.Span);

    private static bool IsExtension(string name) => name.StartsWith("ext-", StringComparison.Ordinal);
}

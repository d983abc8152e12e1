using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Manifests.Npm;

/// <summary>Reads package.json.</summary>
internal sealed class PackageJsonReader : Reader
{
    private static readonly DependencySection[] Sections =
    [
        new("dependencies", DependencyKind.Runtime),
        new("devDependencies", DependencyKind.Development),
        new("optionalDependencies", DependencyKind.Optional),
        new("peerDependencies", DependencyKind.Peer),
    ];

    public override bool Accepts(string path) => Path.GetFileName(path) == "package.json";

    public override Artifact? Read(FileSyntax file)
    {
        var tree = file.Json;
        var root = tree.Root as MappingNode;
        if (root is null && tree.Root is not null)
        {
            return null;
        }

        return new PackageJson(file.File)
        {
            Problems = tree.Problems,
            Name = root?["name"]?.Fact,
            Version = root?["version"]?.Fact,
            Dependencies = [.. Sections.SelectMany(section => Section(root?[section.Key], section.Kind)), .. OptionalPeers(root)],
            Runtimes = [.. Engines(root)],
            Main = root?["main"]?.Fact,
            Binaries = Binaries(root),
            Scripts = PackageScripts.Read(root?["scripts"]),
            // Yarn's long form nests the patterns under "packages".
            Workspaces = (root?.At("workspaces", "packages") ?? root?["workspaces"])?.Texts ?? [],
            PackageManager = root?["packageManager"]?.Fact,
            Exports = [.. PackageExports.Read(root?["exports"])],
            Entries = [.. EntryKeys(root)],
            IsPrivate = root?["private"]?.Text == "true",
            DevelopmentProxy = root?["proxy"]?.Fact,
            PrismaSchema = root?.At("prisma", "schema")?.Fact,
        };
    }

    private static IEnumerable<NamedPath> EntryKeys(MappingNode? root) =>
        from entry in root?.Entries ?? []
        where entry.Key is "main" or "module" or "browser" or "types" or "typings" && entry.Value.Text is not null
        select Named(entry);

    internal static IEnumerable<Dependency> Section(Node? section, DependencyKind kind) =>
        from entry in section?.Entries ?? []
        where entry.Value.Text is not null
        select NpmRange.Dependency(entry.Key, entry.Value.Text ?? "", kind, entry.Span);

    // What is there alone is a peer of any version: yarn and pnpm read it so.
    private static IEnumerable<Dependency> OptionalPeers(MappingNode? root) =>
        from entry in root?["peerDependenciesMeta"]?.Entries ?? []
        where root?.At("peerDependencies", entry.Key) is null
        select NpmRange.Dependency(entry.Key, "*", DependencyKind.Peer, entry.KeySpan);

    private static IEnumerable<RuntimeRequirement> Engines(MappingNode? root) =>
        from entry in root?["engines"]?.Entries ?? []
        where entry.Value.Text is not null
        select new RuntimeRequirement(entry.Key, entry.Value.Text ?? "", entry.Span);

    private static List<NamedPath> Binaries(MappingNode? root) =>
        root?["bin"] switch
        {
            ScalarNode { Text: { } path } bin => [new NamedPath(root["name"]?.Text ?? "", path, bin.Span)],
            MappingNode bins => [.. from entry in bins.Entries where entry.Value.Text is not null select Named(entry)],
            _ => [],
        };

    private static NamedPath Named(NodeEntry entry) => new(entry.Key, entry.Value.Text ?? "", entry.Span);
}

using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Manifests.Rust;

/// <summary>Reads Cargo.toml.</summary>
internal sealed class CargoManifestReader : Reader
{
    public override bool Accepts(string path) => Path.GetFileName(path) == "Cargo.toml";

    public override Artifact? Read(FileSyntax file)
    {
        var tree = file.Toml;
        var package = tree.Root?["package"];
        var workspace = tree.Root?["workspace"];
        return new CargoManifest(file.File)
        {
            Problems = tree.Problems,
            IsPackage = package is not null,
            Name = package?["name"]?.Fact,
            Version = package?["version"]?.Fact,
            Edition = package?["edition"]?.Fact,
            FindsBinaries = package?["autobins"]?.Text != "false",
            Runtimes = [.. RustVersion(package), .. RustVersion(workspace?["package"])],
            Binaries = [.. from bin in tree.Root?["bin"]?.Items ?? [] select Target(bin)],
            Library = tree.Root?["lib"] is { } library ? Target(library) : null,
            WorkspaceMembers = workspace?["members"]?.Texts ?? [],
            Features = [.. from entry in tree.Root?["features"]?.Entries ?? [] select new Fact<string>(entry.Key, entry.KeySpan)],
            Dependencies = [.. CargoDependencies.Read(tree.Root)],
        };
    }

    private static IEnumerable<RuntimeRequirement> RustVersion(Node? package) =>
        package?["rust-version"] is { Text: { } version } node ? [new RuntimeRequirement("rust", version, node.Span)] : [];

    private static CargoTarget Target(Node node) => new(node["name"]?.Fact, node["path"]?.Fact, node.Span);
}

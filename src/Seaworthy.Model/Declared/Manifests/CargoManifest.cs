using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Manifests;

/// <summary>Cargo.toml.</summary>
/// <remarks>Source: The Cargo Book, "The Manifest Format" and "Workspaces".</remarks>
public sealed record CargoManifest(SourceFile File) : Manifest(File, Ecosystem.Cargo)
{
    /// <summary>Has a <c>[package]</c>; else it is a workspace's root only.</summary>
    public bool IsPackage { get; init; }

    /// <summary>The <c>[[bin]]</c> tables. Cargo also finds <c>src/main.rs</c> (under the package's name) and <c>src/bin/*</c> by itself unless <see cref="FindsBinaries"/> is false.</summary>
    public IReadOnlyList<CargoTarget> Binaries { get; init; } = [];

    /// <summary>The <c>[lib]</c> table.</summary>
    public CargoTarget? Library { get; init; }

    /// <summary><c>autobins</c>, true unless set.</summary>
    public bool FindsBinaries { get; init; } = true;

    public Fact<string>? Edition { get; init; }

    public IReadOnlyList<Fact<string>> WorkspaceMembers { get; init; } = [];

    public IReadOnlyList<Fact<string>> Features { get; init; } = [];
}

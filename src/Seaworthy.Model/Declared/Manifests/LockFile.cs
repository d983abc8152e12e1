using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Manifests;

/// <summary>A lock file: that it exists, whose it is, and which packages it names at its root. What it resolves is not read.</summary>
/// <param name="Tool">The tool that writes and honours it: <c>npm</c>, <c>yarn</c>, <c>pnpm</c>, <c>bun</c>, <c>poetry</c>, <c>uv</c>, <c>pipenv</c>, <c>pdm</c>, <c>cargo</c>, <c>go</c>, <c>composer</c>, <c>bundler</c>, <c>nuget</c>.</param>
public sealed record LockFile(SourceFile File, Ecosystem Ecosystem, string Tool) : Artifact(File)
{
    /// <summary>The direct dependencies recorded for the root package, when the format lists them near its top; null when it does not say.</summary>
    public IReadOnlyList<Dependency>? RootDependencies { get; init; }

    /// <summary>pnpm: the form of the file, <c>9.0</c> since release 9.</summary>
    public Fact<string>? Format { get; init; }

    /// <summary>pnpm: all packages of the workspace; empty when they were not read to their end.</summary>
    public IReadOnlyList<LockImporter> Importers { get; init; } = [];

    /// <summary>pnpm: what it records of the hooks in <c>.pnpmfile.cjs</c>; a frozen installation compares it.</summary>
    public Fact<string>? HooksChecksum { get; init; }

    /// <summary>pnpm: the patch files that it records, relative to the lock file.</summary>
    public IReadOnlyList<Fact<string>> Patches { get; init; } = [];
}

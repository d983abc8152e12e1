using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Manifests;

/// <summary>An .npmrc; of its settings only those that decide where packages come from, never a token.</summary>
/// <remarks>Sources: npm documentation, "npmrc"; pnpm, "Settings (.npmrc)".</remarks>
public sealed record NpmSettings(SourceFile File) : Artifact(File)
{
    /// <summary>pnpm: <c>link-workspace-packages</c>, whether a plain range is met by a package of the workspace.</summary>
    public Fact<string>? LinksPackages { get; init; }
}

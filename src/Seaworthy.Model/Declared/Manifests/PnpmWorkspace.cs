using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Manifests;

/// <summary>pnpm-workspace.yaml or lerna.json: which directories hold packages.</summary>
public sealed record PnpmWorkspace(SourceFile File) : Artifact(File)
{
    public IReadOnlyList<Fact<string>> Packages { get; init; } = [];
}

using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Manifests;

/// <summary>go.mod.</summary>
/// <remarks>Source: Go Modules Reference, "go.mod files".</remarks>
public sealed record GoModule(SourceFile File) : Manifest(File, Ecosystem.Go)
{
    public IReadOnlyList<GoReplacement> Replacements { get; init; } = [];
}

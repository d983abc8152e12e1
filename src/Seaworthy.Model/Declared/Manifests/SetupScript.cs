using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Manifests;

/// <summary>setup.py or setup.cfg, as far as its literals go.</summary>
public sealed record SetupScript(SourceFile File) : Manifest(File, Ecosystem.Python)
{
    public IReadOnlyList<NamedPath> Scripts { get; init; } = [];

    /// <summary>Dependencies are computed, typically read from a requirements file.</summary>
    public bool HasDynamicDependencies { get; init; }
}

using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>Something mounted into a workload.</summary>
/// <param name="Source">A path from the repository's root for a bind, a name for a volume; null for anonymous and temporary ones.</param>
/// <param name="Path">Where it appears inside.</param>
public sealed record Mount(MountKind Kind, string? Source, string Path, bool IsReadOnly, SourceSpan Span)
{
    /// <summary>For Kubernetes: the kind of the volume, where the pod declares it.</summary>
    public SourceSpan? Volume { get; init; }

    /// <summary>A path of the container seen from the mount: empty for the mount itself, null when it is not below.</summary>
    public string? Inside(string path) => ImagePath.Inside(Path.Length > 1 ? Path.TrimEnd('/') : Path, path);

    /// <summary>For a ConfigMap of the repository: what is in it.</summary>
    public IReadOnlyList<MountedText> Files { get; init; } = [];
}

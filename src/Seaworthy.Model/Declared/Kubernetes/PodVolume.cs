using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Kubernetes;

/// <summary>A volume of a pod.</summary>
/// <param name="Kind">The key that says what it is: <c>configMap</c>, <c>emptyDir</c>, <c>persistentVolumeClaim</c>…; null when none is there.</param>
/// <remarks>Kubernetes API reference, Volume.</remarks>
public sealed record PodVolume(Fact<string> Name, Fact<string>? Kind, SourceSpan Span)
{
    /// <summary>ConfigMaps and Secrets whose keys become files; several for a projected volume.</summary>
    public IReadOnlyList<VolumeKeys> Keys { get; init; } = [];

    /// <summary>For a claim: its name.</summary>
    public Fact<string>? ClaimName { get; init; }

    /// <summary>For a path of the node.</summary>
    public Fact<string>? HostPath { get; init; }
}

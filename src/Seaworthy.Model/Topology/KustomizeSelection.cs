using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A change in a kustomization, held against the objects that the kustomization has collected.</summary>
/// <param name="File">The kustomization.</param>
/// <param name="What">What it is for: <c>HorizontalPodAutoscaler api</c>.</param>
/// <param name="Span">Where that is written.</param>
public sealed record KustomizeSelection(SourceFile File, string What, SourceSpan Span)
{
    /// <summary>Why it meets no object; null when it meets one.</summary>
    public string? MissesBecause { get; init; }

    /// <summary>The object that was probably meant, or the entry that takes the patch in.</summary>
    public SourceSpan? Related { get; init; }

    /// <summary>It has a target, and a target that selects nothing is passed over.</summary>
    public bool IsPassedOver { get; init; }

    /// <summary>Why the objects are not wholly known; null when they are.</summary>
    public string? UnknownBecause { get; init; }
}

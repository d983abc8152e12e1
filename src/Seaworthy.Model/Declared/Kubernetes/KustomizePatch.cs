using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Kubernetes;

/// <summary>A change of objects.</summary>
/// <param name="Path">The patch's file; null when it stands inline.</param>
/// <param name="Inline">The patch's text, when it stands inline.</param>
/// <param name="Target">The name it is limited to (a pattern), if one is given.</param>
public sealed record KustomizePatch(Fact<string>? Path, MappedText? Inline, Fact<string>? TargetKind, Fact<string>? Target, SourceSpan Span)
{
    /// <summary>Something selects the objects, be it only their labels.</summary>
    public bool HasTarget { get; init; }
}

using Seaworthy.Model.Source;

namespace Seaworthy.Engine.Wiring;

/// <summary>An end of wires.</summary>
/// <param name="Target">The target it runs in; null for what is outside every target.</param>
/// <param name="Name">As a person calls it.</param>
public sealed record WireNode(string Id, string? Target, string Name, WireNodeKind Kind)
{
    /// <summary>The image it runs, or the Dockerfile that builds it.</summary>
    public string? Runs { get; init; }

    /// <summary>Where it is declared, when the tree declares it.</summary>
    public SourceSpan? Place { get; init; }
}

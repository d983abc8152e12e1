using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A secret that one component reads from its environment, and the literals that replace it.</summary>
/// <param name="Reads">Every read of the name.</param>
/// <param name="Literals">The reads that fall back to a literal.</param>
/// <param name="Different">How many different literals.</param>
public sealed record SecretDefault(
    Component Component,
    string Name,
    IReadOnlyList<EnvironmentRead> Reads,
    IReadOnlyList<EnvironmentRead> Literals,
    int Different
)
{
    /// <summary>Where the code deals with the case itself: another read without a default in the same file, a demand at start, a comparison with the literal.</summary>
    public SourceSpan? Guard { get; init; }

    /// <summary>The code puts the value into settings from which nothing takes it (those of a Django that signs nothing among them), or reads it in a module that nothing imports.</summary>
    public bool IsUnused { get; init; }
}

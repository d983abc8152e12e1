using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>One capability of the repository, or of one of its targets. There is none where nobody needs it: a library has no load to balance.</summary>
/// <param name="About">Who has or lacks it, as a person would name it.</param>
/// <param name="Place">What needs it.</param>
public sealed record Capability(CapabilityKind Kind, CapabilityLevel Level, string About, SourceSpan Place)
{
    /// <summary>What shows that it is there, each in a few words, with its place.</summary>
    public IReadOnlyList<Fact<string>> Evidence { get; init; } = [];

    /// <summary>For a partial capability: what is missing, each in a few words. For a missing one: the parts that need it.</summary>
    public IReadOnlyList<Fact<string>> Wanting { get; init; } = [];

    /// <summary>Why the tree cannot tell.</summary>
    public string? UnknownBecause { get; init; }
}

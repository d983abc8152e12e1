using Seaworthy.Rules;

namespace Seaworthy.Engine.Claims;

/// <summary>What somebody who read a repository says of it: two statements that contradict each other, or something that is missing.</summary>
/// <param name="Kind">What contradicts what; see <see cref="ClaimKind"/>.</param>
/// <param name="Text">What breaks, in a sentence.</param>
/// <param name="Places">Where it stands, in the order of the claim.</param>
/// <param name="Values">The names or values that contradict each other; empty where none is given.</param>
public sealed record Claim(ClaimKind Kind, string Text, IReadOnlyList<ClaimPlace> Places, IReadOnlyList<string> Values)
{
    /// <summary>A name of the author's own, to find the answer again.</summary>
    public string? Id { get; init; }

    /// <summary>The rule whose question it is, such as that of an UNKNOWN; null where the kind alone says so.</summary>
    public string? Rule { get; init; }

    /// <summary>How bad the author takes it to be; the answer has the audit's own severity.</summary>
    public Severity? Severity { get; init; }
}

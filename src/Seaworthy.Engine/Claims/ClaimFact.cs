using Seaworthy.Model.Source;

namespace Seaworthy.Engine.Claims;

/// <summary>What a relation of the model says to a claim.</summary>
/// <param name="Because">A sentence with the actual values.</param>
/// <param name="At">The line that decides; null where none does, such as for a path that is there.</param>
internal sealed record ClaimFact(ClaimVerdict Verdict, string Because, SourceSpan? At)
{
    /// <summary>The values of a claim to which it speaks.</summary>
    public IReadOnlyList<string> Answered { get; init; } = [];

    public static ClaimFact Confirmed(string because, SourceSpan? at = null) => new(ClaimVerdict.Confirmed, because, at);

    /// <param name="answered">Refutes a claim about these values; one that names others besides stays open.</param>
    public static ClaimFact Refuted(string because, SourceSpan? at, params IReadOnlyList<string> answered) =>
        new(ClaimVerdict.Refuted, because, at) { Answered = answered };

    public static ClaimFact Open(string because, SourceSpan? at = null) => new(ClaimVerdict.Open, because, at);
}

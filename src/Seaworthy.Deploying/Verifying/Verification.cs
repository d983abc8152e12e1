namespace Seaworthy.Deploying.Verifying;

/// <summary>What was asked of a running system, and what came of it.</summary>
/// <param name="Asked">What was asked and answered, drifts or none.</param>
/// <param name="Drifts">What runs otherwise than it is declared.</param>
/// <param name="Open">What was not answered.</param>
public sealed record Verification(IReadOnlySet<DriftKind> Asked, IReadOnlyList<Drift> Drifts, IReadOnlyList<OpenQuestion> Open)
{
    public static Verification Empty { get; } = new(new HashSet<DriftKind>(), [], []);

    /// <summary>Something that had to be answered was not.</summary>
    public bool IsIncomplete => Open.Any(question => question.IsFault);

    /// <summary>Questions that were answered.</summary>
    public static Verification Of(IEnumerable<DriftKind> asked, IEnumerable<Drift> drifts, IEnumerable<OpenQuestion>? open = null) =>
        new(asked.ToHashSet(), [.. drifts], [.. open ?? []]);

    /// <summary>A question that had to be answered, and was not.</summary>
    public static Verification Failed(DriftKind kind, string service, string text) =>
        Empty with
        {
            Open = [new OpenQuestion(kind, service, text, IsFault: true)],
        };

    public Verification And(Verification other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new Verification(Asked.Union(other.Asked).ToHashSet(), [.. Drifts, .. other.Drifts], [.. Open, .. other.Open]);
    }
}

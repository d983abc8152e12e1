namespace Seaworthy.Engine.Judging;

/// <summary>How often verdicts of one kind held when people read them against the files of public repositories.</summary>
/// <param name="Counted">Its latest readings, without those whose cause was fixed since.</param>
/// <param name="Held">Those of them that held.</param>
public readonly record struct Precision(int Counted, int Held)
{
    /// <summary>Fewer say nothing.</summary>
    private const int Enough = 8;

    /// <summary>As many as are counted of a kind.</summary>
    private const int All = 20;

    private const int Fewest = 70;

    /// <summary>Chance weighs more in fewer readings.</summary>
    private const int FewestOfFew = 60;

    /// <summary>Too rarely to be reported as anything but an open question.</summary>
    public bool IsDoubted => Percent < (Counted < All ? FewestOfFew : Fewest);

    /// <summary>In hundredths, rounded down; null where too few were read.</summary>
    public int? Percent => Counted < Enough ? null : 100 * Held / Counted;

    /// <summary>Of both kinds together.</summary>
    public Precision With(Precision other) => new(Counted + other.Counted, Held + other.Held);

    /// <summary><c>holds in 96 % of 212</c>; null where too few were read.</summary>
    public string? Text => Percent is { } percent ? $"holds in {percent} % of {Counted}" : null;
}

namespace Seaworthy.Deploying.Verifying.Loads;

/// <summary>What a load met.</summary>
/// <param name="Order">What was asked.</param>
/// <param name="Milliseconds">How long each answer took, in order of length.</param>
/// <param name="Faults">Requests without a good answer, by what happened.</param>
public sealed record LoadResult(LoadOrder Order, IReadOnlyList<double> Milliseconds, IReadOnlyDictionary<string, int> Faults)
{
    public int Failed => Faults.Values.Sum();

    public int Requests =>
        Milliseconds.Count + Faults.Where(fault => !fault.Key.StartsWith("code ", StringComparison.Ordinal)).Sum(fault => fault.Value);

    /// <summary>Of 0 to 1.</summary>
    public double Errors => Requests == 0 ? 0 : (double)Failed / Requests;

    /// <summary>So many of a hundred answers took no longer.</summary>
    public double Percentile(int percent) =>
        Milliseconds.Count == 0
            ? 0
            : Milliseconds[Math.Clamp((int)Math.Ceiling(Milliseconds.Count * percent / 100.0) - 1, 0, Milliseconds.Count - 1)];
}

namespace Seaworthy.Deploying.Ledger;

/// <summary>A service in a release.</summary>
/// <param name="Image">The identity of its image.</param>
/// <param name="Configuration">The keyed hash of all that its containers were made of.</param>
public sealed record ServiceRecord(string Image, string Configuration)
{
    public IReadOnlyList<string> Containers { get; init; } = [];

    public bool IsStartFirst { get; init; }

    public int GraceSeconds { get; init; } = 10;
}

namespace Seaworthy.Deploying.Certificates;

/// <summary>What is kept of the certificates that are ordered.</summary>
public sealed record AcmeRecord
{
    /// <summary>By whom the last ones were ordered; null as long as none was issued.</summary>
    public AcmeAccount? Account { get; init; }

    /// <summary>By host the SHA-256 of a file that stands in for a certificate: with another content it is none.</summary>
    public IReadOnlyDictionary<string, string> Placeholders { get; init; } = new Dictionary<string, string>();
}

namespace Seaworthy.Deploying.Certificates;

/// <summary>Certificates that are to be ordered.</summary>
/// <param name="Hosts">Those that need one.</param>
public sealed record AcmeOrder(AcmeAccount Account, IReadOnlyList<string> Hosts)
{
    /// <summary>Hosts whose certificate ends soon: when nothing comes of it, they keep what they have.</summary>
    public IReadOnlyList<string> Renewed { get; init; } = [];

    /// <summary>What is kept of the account changes, even if nothing is ordered.</summary>
    public bool IsOther { get; init; }

    public bool IsDue => Hosts.Count > 0 || Renewed.Count > 0 || IsOther;
}

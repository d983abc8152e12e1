namespace Seaworthy.Deploying.Verifying.Addresses;

/// <summary>What came when an address was asked once.</summary>
public sealed record AddressFacts(PublicAddress Address)
{
    /// <summary>Why the name leads to no address; null when it does.</summary>
    public string? UnresolvedBecause { get; init; }

    /// <summary>Why nothing was answered; null when something was.</summary>
    public string? SilentBecause { get; init; }

    /// <summary>Why there is no connection of TLS; null when there is one, or none is wanted.</summary>
    public string? NoTlsBecause { get; init; }

    public CertificateFacts? Certificate { get; init; }

    public HttpAnswer? Answer { get; init; }
}

namespace Seaworthy.Deploying.Verifying.Addresses;

/// <summary>The certificate that a server showed.</summary>
/// <param name="Names">The names that it is for.</param>
/// <param name="NotBefore">From when on it holds.</param>
/// <param name="NotAfter">Until when.</param>
/// <param name="IsForHost">The host that was asked is among its names.</param>
/// <param name="Faults">Why its chain does not lead to an authority that this machine trusts, its time left aside; empty when it does.</param>
/// <param name="Protocol">The version of TLS that both sides took, as <c>TLS 1.3</c>.</param>
public sealed record CertificateFacts(
    IReadOnlyList<string> Names,
    DateTimeOffset NotBefore,
    DateTimeOffset NotAfter,
    bool IsForHost,
    IReadOnlyList<string> Faults,
    string Protocol
);

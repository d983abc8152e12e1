using System.Security.Cryptography;
using System.Text;

namespace Seaworthy.Deploying.Certificates;

/// <summary>A certificate with its issuers and its key: they fit, are in order, and are valid now.</summary>
/// <param name="Name">Where it comes from, for messages.</param>
/// <param name="Hosts">The names that it is for; one may begin with <c>*.</c>.</param>
/// <param name="Text">Certificate, issuers and key as the proxy reads them: never shown.</param>
public sealed record CertificatePair(string Name, IReadOnlyList<string> Hosts, string Text)
{
    /// <summary>SHA-1 of the certificate, which the proxy shows too.</summary>
    public required string Thumbprint { get; init; }

    public required DateTimeOffset NotAfter { get; init; }

    /// <summary>Who issued it, when no issuer is beside it and it is not its own; null otherwise.</summary>
    public string? AbsentIssuer { get; init; }

    /// <summary>SHA-256 of <see cref="Text"/> as a file.</summary>
    public string Sum => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));

    /// <summary>Whether clients accept it for a host.</summary>
    /// <remarks>Source: RFC 6125, section 6.4.3: a wildcard is the whole first label, and stands for one.</remarks>
    public bool Covers(string host)
    {
        ArgumentNullException.ThrowIfNull(host);
        return Names(host)
            || (
                host.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot
                && Hosts.Contains("*" + host[dot..], StringComparer.OrdinalIgnoreCase)
            );
    }

    /// <summary>Whether it is for this very name.</summary>
    public bool Names(string host) => Hosts.Contains(host, StringComparer.OrdinalIgnoreCase);

    public override string ToString() => Name;
}

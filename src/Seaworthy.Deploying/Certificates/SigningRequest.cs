using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Seaworthy.Deploying.Certificates;

/// <summary>A new key for a host, and what is sent to the one who is to sign it.</summary>
/// <param name="Text">PEM, for everybody to read.</param>
/// <param name="Key">PEM without a passphrase: never shown.</param>
/// <remarks>Source: RFC 8555, section 7.4: the names of the order are the subject alternative names of the request.</remarks>
public sealed record SigningRequest(string Text, string Key)
{
    private static readonly TimeSpan PlaceholderTime = TimeSpan.FromDays(1);

    // Clocks of machines differ.
    private static readonly TimeSpan Slack = TimeSpan.FromHours(1);

    public static SigningRequest Of(string host)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new SigningRequest(Request("", host, key).CreateSigningRequestPem() + "\n", key.ExportPkcs8PrivateKeyPem() + "\n");
    }

    /// <summary>A certificate that nobody trusts, so that the proxy can start before there is another one.</summary>
    public static CertificatePair Placeholder(string host, DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = Request("CN=placeholder", host, key).CreateSelfSigned(now - Slack, now + PlaceholderTime);
        return new CertificatePair("placeholder", [host], certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem() + "\n")
        {
            Thumbprint = certificate.Thumbprint,
            NotAfter = certificate.NotAfter.ToUniversalTime(),
        };
    }

    public override string ToString() => "signing request";

    private static CertificateRequest Request(string subject, string host, ECDsa key)
    {
        CertificateRequest request = new(subject, key, HashAlgorithmName.SHA256);
        SubjectAlternativeNameBuilder names = new();
        names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        return request;
    }
}

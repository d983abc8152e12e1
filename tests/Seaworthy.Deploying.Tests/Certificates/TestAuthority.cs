using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Seaworthy.Deploying.Tests.Certificates;

/// <summary>A root and an issuer below it, and certificates of theirs.</summary>
internal sealed class TestAuthority : IDisposable
{
    private const string ForServers = "1.3.6.1.5.5.7.3.1";
    private readonly X509Certificate2 root;
    private readonly X509Certificate2 issuer;

    public TestAuthority()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new("CN=Test Root", key, HashAlgorithmName.SHA256);
        Certify(request, request.PublicKey, isAuthority: true);
        root = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-400), DateTimeOffset.UtcNow.AddDays(4000));
        using var between = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        issuer = Sign(
                root,
                new CertificateRequest("CN=Test Issuer", between, HashAlgorithmName.SHA256),
                DateTimeOffset.UtcNow.AddDays(2000),
                isAuthority: true
            )
            .CopyWithPrivateKey(between);
    }

    public string Root => root.ExportCertificatePem();

    public string Issuer => issuer.ExportCertificatePem();

    /// <summary>For clients that trust this root and no other.</summary>
    public X509ChainPolicy Trust() =>
        new()
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            CustomTrustStore = { root },
            RevocationMode = X509RevocationMode.NoCheck,
        };

    /// <summary>The certificate of hosts, and its key.</summary>
    /// <param name="hosts">Its names; none for a certificate with a common name alone.</param>
    /// <param name="days">Until it ends; negative when it has.</param>
    /// <param name="rsaBits">0 for ECDSA.</param>
    /// <param name="use">What it is for.</param>
    /// <param name="fromDays">From when on it is valid.</param>
    public (string Certificate, string Key, string Thumbprint) Host(
        string[] hosts,
        int days = 90,
        int rsaBits = 0,
        string use = ForServers,
        int fromDays = -300
    )
    {
        using AsymmetricAlgorithm key = rsaBits > 0 ? RSA.Create(rsaBits) : ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var name = "CN=" + hosts.FirstOrDefault("common.example");
        var request = key is RSA rsa
            ? new CertificateRequest(name, rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            : new CertificateRequest(name, (ECDsa)key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(use)], critical: false));
        if (hosts.Length > 0)
        {
            SubjectAlternativeNameBuilder names = new();
            foreach (var host in hosts)
            {
                names.AddDnsName(host);
            }

            request.CertificateExtensions.Add(names.Build());
        }

        using var certificate = Sign(issuer, request, DateTimeOffset.UtcNow.AddDays(days), isAuthority: false, fromDays);
        return (certificate.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem(), certificate.Thumbprint);
    }

    public void Dispose()
    {
        root.Dispose();
        issuer.Dispose();
    }

    private static X509Certificate2 Sign(
        X509Certificate2 by,
        CertificateRequest request,
        DateTimeOffset until,
        bool isAuthority,
        int fromDays = -300
    )
    {
        Certify(request, by.PublicKey, isAuthority);
        return request.Create(
            by.SubjectName,
            Generator(by),
            DateTimeOffset.UtcNow.AddDays(fromDays),
            until,
            RandomNumberGenerator.GetBytes(12)
        );
    }

    private static X509SignatureGenerator Generator(X509Certificate2 by) =>
        X509SignatureGenerator.CreateForECDsa(by.GetECDsaPrivateKey() ?? throw new InvalidOperationException("no key"));

    private static void Certify(CertificateRequest request, PublicKey by, bool isAuthority)
    {
        X509SubjectKeyIdentifierExtension issuers = new(by, critical: false);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(isAuthority, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromSubjectKeyIdentifier(issuers));
    }
}

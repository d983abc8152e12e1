using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Seaworthy.Deploying.Certificates;
using Xunit;

namespace Seaworthy.Deploying.Tests.Certificates;

public sealed class SigningRequestTests
{
    [Fact]
    public void A_request_names_the_host_fits_its_key_and_holds_none()
    {
        var request = SigningRequest.Of("shop.example");

        var read = CertificateRequest.LoadSigningRequestPem(
            request.Text,
            HashAlgorithmName.SHA256,
            CertificateRequestLoadOptions.UnsafeLoadCertificateExtensions
        );
        Assert.Equal("", read.SubjectName.Name);
        Assert.Equal(
            ["shop.example"],
            read.CertificateExtensions.OfType<X509SubjectAlternativeNameExtension>().Single().EnumerateDnsNames()
        );
        using var key = ECDsa.Create();
        key.ImportFromPem(request.Key);
        Assert.Equal(key.ExportSubjectPublicKeyInfo(), read.PublicKey.ExportSubjectPublicKeyInfo());
        Assert.DoesNotContain("PRIVATE", request.Text + request, StringComparison.Ordinal);
        Assert.NotEqual(request.Key, SigningRequest.Of("shop.example").Key);
    }

    [Fact]
    public void A_placeholder_is_for_the_host_and_ends_so_soon_that_it_is_noticed()
    {
        var now = DateTimeOffset.UtcNow;

        var pair = SigningRequest.Placeholder("shop.example", now);

        using var certificate = X509Certificate2.CreateFromPem(pair.Text);
        Assert.True(certificate.MatchesHostname("shop.example"));
        Assert.Equal(certificate.Thumbprint, pair.Thumbprint);
        Assert.InRange(pair.NotAfter, now, now.AddDays(2));
        Assert.True(ServedCertificate.EndsSoon(pair.NotAfter, now));
        Assert.DoesNotContain("\n\n", pair.Text, StringComparison.Ordinal);
    }
}

using Seaworthy.Model.Declared.Secrets;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Readers;
using Seaworthy.Reading.Readers.Secrets;
using Xunit;

namespace Seaworthy.Tests.Reading.Readers.Secrets;

/// <summary>Certificates as facts.</summary>
public sealed class CertificateReaderTests
{
    private const string OfTwoNames = """
        -----BEGIN CERTIFICATE-----
        MIIBkzCCATqgAwIBAgIUMR7bRX79VJwctH1yf0/3czooTwgwCgYIKoZIzj0EAwIw
        FDESMBAGA1UEAwwJU2hvcCBSb290MB4XDTI2MTEyMDE4MjkzMFoXDTM2MTExNzE4
        MjkzMFowFjEUMBIGA1UEAwwLd3d3LnNob3AuaW8wWTATBgcqhkjOPQIBBggqhkjO
        PQMBBwNCAASfDnLTY27e22CAs414bAKwnDSvImwhJ7dUccHlhA+lhbxF6wQcQpgH
        jJ7JjHUCtv8HYRnSJmDSgDAKhDtSkTgZo2gwZjAkBgNVHREEHTAbggdnYXRld2F5
        ggpzaG9wLmxvY2FshwQKAAABMB0GA1UdDgQWBBRDLNCHrZp+gUkusmCWX3RVyn62
        uTAfBgNVHSMEGDAWgBSimUEsUWhXNE/Ojc6c84e6ZylXMTAKBggqhkjOPQQDAgNH
        ADBEAiAmoF1Cd8/flRizMTlEbB4iVn5HZKaPnk0SFs+QMDQ/8wIgV3/pMyQu3SRy
        zDtsZ6Z8jOT2QQDwEyRDytNnCfP6WYA=
        -----END CERTIFICATE-----
        """;

    private const string SelfSigned = """
        -----BEGIN CERTIFICATE-----
        MIIBijCCATGgAwIBAgIUaF7zTXUKVNQdHjQ5AwuV4Sc+bTYwCgYIKoZIzj0EAwIw
        GzEZMBcGA1UEAwwQc2hvcC5leGFtcGxlLmRldjAeFw0yNjExMjAxODI4MTlaFw0z
        NjExMTcxODI4MTlaMBsxGTAXBgNVBAMMEHNob3AuZXhhbXBsZS5kZXYwWTATBgcq
        hkjOPQIBBggqhkjOPQMBBwNCAARd85e6F9FBv7TUDAmTRdbEdH71jNrW/JJ32l0N
        9utJvlTXcW1XQIWgaOs+LhRGOsfvXoGDW9e0fU826Db5l3/2o1MwUTAdBgNVHQ4E
        FgQUaPhOO0pIruX3tkYm3wKkpHcrG+IwHwYDVR0jBBgwFoAUaPhOO0pIruX3tkYm
        3wKkpHcrG+IwDwYDVR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNHADBEAiBcGCBw
        dIthtICohjvulrOGMpRjJuKYiri2b2Z45TSUywIgV36HDlX8Mk38NhvuBPxoqVw4
        O44kn7gFNCCObaDQHbI=
        -----END CERTIFICATE-----
        """;

    [Fact]
    public void A_chain_gives_each_certificate_in_order()
    {
        var certificates = Read("Certificate:\n    Data:\n" + OfTwoNames + "\n" + SelfSigned + "\n");

        Assert.Equal(["CN=www.shop.io", "CN=shop.example.dev"], certificates.Select(certificate => certificate.Subject));
        Assert.Equal("CN=Shop Root", certificates[0].Issuer);
        Assert.Equal(["gateway", "shop.local", "10.0.0.1"], certificates[0].Names);
        Assert.Equal([false, true], certificates.Select(certificate => certificate.IsSelfSigned));
    }

    [Fact]
    public void A_certificate_that_is_cut_anywhere_is_none_and_nothing_breaks()
    {
        for (var length = 0; length < OfTwoNames.Length; length += 7)
        {
            Assert.Empty(Read(OfTwoNames[..length]));
        }
    }

    [Fact]
    public void What_is_no_certificate_between_the_lines_is_passed_over() =>
        Assert.Empty(Read("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"));

    private static IReadOnlyList<Certificate> Read(string text) =>
        (new CertificateReader().Read(new FileSyntax(new SourceFile("certs/server.crt", text))) as CertificateFile)?.Certificates ?? [];
}

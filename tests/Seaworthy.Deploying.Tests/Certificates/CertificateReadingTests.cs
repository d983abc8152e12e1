using System.Security.Cryptography;
using System.Text;
using Seaworthy.Deploying.Certificates;
using Xunit;

namespace Seaworthy.Deploying.Tests.Certificates;

public sealed class CertificateReadingTests : IDisposable
{
    private readonly TestAuthority authority = new();

    public void Dispose() => authority.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(2048)]
    public void A_chain_with_its_key_is_taken_and_the_root_is_not_sent(int rsaBits)
    {
        var (certificate, key, thumbprint) = authority.Host(["shop.example", "*.shop.example"], rsaBits: rsaBits);

        var given = Read(Chain(certificate, authority.Issuer, authority.Root), key);

        var pair = Assert.Single(given.Pairs);
        Assert.Empty(given.Faults);
        Assert.Empty(given.Notes);
        Assert.Equal(Chain(certificate, authority.Issuer, key), pair.Text);
        Assert.DoesNotContain("\n\n", pair.Text, StringComparison.Ordinal);
        Assert.Equal(thumbprint, pair.Thumbprint);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(pair.Text))), pair.Sum);
        Assert.DoesNotContain("PRIVATE", $"{pair} {given}", StringComparison.Ordinal);
    }

    [Fact]
    public void The_key_may_stand_beside_the_certificate_or_among_others()
    {
        var (certificate, key, _) = authority.Host(["shop.example"]);
        var other = authority.Host(["other.example"]);
        var together = CertificateReading.Read(
            [new PemFile("c.pem", Chain(key, certificate, authority.Issuer))],
            [],
            DateTimeOffset.UtcNow
        );

        Assert.Equal(["c.pem"], together.Pairs.Select(pair => pair.Name));
        Assert.Single(Read(Chain(certificate, authority.Issuer), other.Key, key).Pairs);
    }

    [Fact]
    public void An_issuer_that_is_absent_is_worth_a_word()
    {
        var (certificate, key, _) = authority.Host(["shop.example"]);

        var given = Read(certificate, key);

        Assert.Equal(
            ["'c.pem' holds no issuer: clients that do not know 'Test Issuer' refuse it, so give the file with the whole chain"],
            given.Notes
        );
    }

    [Fact]
    public void What_cannot_be_used_is_refused_in_one_sentence()
    {
        var (certificate, key, _) = authority.Host(["shop.example"]);
        var other = authority.Host(["other.example"]);

        Refuses("the key 'k1.pem' does not fit the certificate 'c.pem'", Chain(certificate, authority.Issuer), other.Key);
        Refuses("the certificate 'c.pem' has no key: give it with --tls-key", Chain(certificate, authority.Issuer));
        Refuses("'c.pem' holds no certificate in PEM", "nothing", key);
        Refuses("'c.pem' holds no certificate in PEM", certificate[..200], key);
        Refuses("'k1.pem' holds no private key in PEM of RSA or ECDSA", certificate, "nothing");
        Refuses(
            "'c.pem' begins with the issuer 'Test Issuer': the certificate of the host comes first, then each issuer",
            Chain(authority.Issuer, certificate),
            key
        );
        Refuses(
            "'c.pem' is out of order: 'Test Root' did not issue 'shop.example', which stands before it",
            Chain(certificate, authority.Root, authority.Issuer),
            key
        );
        using TestAuthority namesake = new();
        Refuses(
            "'c.pem' is out of order: 'Test Issuer' did not issue 'shop.example', which stands before it",
            Chain(certificate, namesake.Issuer),
            key
        );
    }

    [Fact]
    public void What_clients_would_refuse_is_refused()
    {
        var ended = authority.Host(["shop.example"], days: -2);
        Refuses($"'shop.example' in 'c.pem' expired on {DateTime.UtcNow.AddDays(-2):yyyy-MM-dd}: renew it", ended.Certificate, ended.Key);
        var early = authority.Host(["shop.example"], fromDays: 2);
        Refuses(
            $"'shop.example' in 'c.pem' is valid from {DateTime.UtcNow.AddDays(2):yyyy-MM-dd} on, and the clock of this machine says {DateTime.UtcNow:yyyy-MM-dd}",
            early.Certificate,
            early.Key
        );
        var weak = authority.Host(["shop.example"], rsaBits: 1024);
        Refuses("the key of 'c.pem' has 1024 bits: RSA needs 2048 or more", weak.Certificate, weak.Key);
        var forClients = authority.Host(["shop.example"], use: "1.3.6.1.5.5.7.3.2");
        Refuses("'c.pem' is not for servers: its extended key usage lacks serverAuth", forClients.Certificate, forClients.Key);
        var nameless = authority.Host([]);
        Refuses(
            "'c.pem' names no host: clients read subject alternative names alone, not the common name",
            nameless.Certificate,
            nameless.Key
        );
    }

    [Fact]
    public void A_key_with_a_passphrase_is_refused()
    {
        var (certificate, _, _) = authority.Host(["shop.example"]);
        using var key = ECDsa.Create();
        var sealedKey = key.ExportEncryptedPkcs8PrivateKeyPem(
            "pass",
            new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000)
        );

        Refuses(
            "the key 'k1.pem' needs a passphrase, and nobody is there to type it when the proxy starts: give it without one",
            certificate,
            sealedKey
        );
        Refuses(
            "the key in 'c.pem' needs a passphrase, and nobody is there to type it when the proxy starts: give it without one",
            Chain(certificate, sealedKey)
        );
    }

    [Fact]
    public void A_host_gets_the_certificate_that_names_it_best()
    {
        var wide = Pair("wide", 300, "*.shop.example");
        var soon = Pair("soon", 20, "api.shop.example");
        var late = Pair("late", 80, "api.shop.example", "shop.example");
        GivenCertificates given = new([wide, soon, late], []);

        var chosen = given.For(["shop.example", "api.shop.example", "www.shop.example", "a.b.shop.example", "other.example"]);

        Assert.Equal(
            [("api.shop.example", "late"), ("shop.example", "late"), ("www.shop.example", "wide")],
            chosen.Select(each => (each.Key, each.Value.Name)).Order()
        );
    }

    [Fact]
    public void A_certificate_for_no_host_of_the_project_is_refused()
    {
        GivenCertificates given = new([Pair("c.pem", 90, "a.example", "b.example")], []);

        Assert.Equal(
            ["'c.pem' is for a.example, b.example, and not for c.example or d.example"],
            given.Strangers(["c.example", "d.example"])
        );
        Assert.Equal(["'c.pem' is for nothing: no service has the label seaworthy.domain"], given.Strangers([]));
        Assert.Empty(given.Strangers(["b.example"]));
    }

    [Theory]
    [InlineData("Feb  3 04:05:06 2027 GMT")]
    [InlineData("Feb 3 04:05:06 2027 GMT")]
    public void What_the_proxy_shows_is_read(string end)
    {
        var text =
            $"Filename: x.pem\nStatus: Used\nSerial: 01\nnotBefore: Nov 13 21:20:24 2026 GMT\nnotAfter: {end}\nSHA1 FingerPrint: 417A11CA\n";

        Assert.Equal(
            new ServedCertificate("417A11CA", new DateTimeOffset(2027, 2, 3, 4, 5, 6, TimeSpan.Zero)),
            ServedCertificate.Read(text)
        );
        Assert.Null(ServedCertificate.Read("Can't display the certificate: Not found or the certificate is a bundle!\n"));
    }

    private static CertificatePair Pair(string name, int days, params string[] hosts) =>
        new(name, hosts, "") { Thumbprint = name, NotAfter = DateTimeOffset.UtcNow.AddDays(days) };

    private static void Refuses(string sentence, string certificate, params string[] keys)
    {
        var given = Read(certificate, keys);

        Assert.Equal([sentence], given.Faults);
        Assert.Empty(given.Pairs);
    }

    private static GivenCertificates Read(string certificate, params string[] keys) =>
        CertificateReading.Read(
            [new PemFile("c.pem", certificate)],
            [.. keys.Select((key, index) => new PemFile($"k{index + 1}.pem", key))],
            DateTimeOffset.UtcNow
        );

    private static string Chain(params string[] pems) => string.Concat(pems.Select(pem => pem.TrimEnd() + "\n"));
}

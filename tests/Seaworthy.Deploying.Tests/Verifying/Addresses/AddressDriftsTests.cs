using Seaworthy.Deploying.Verifying;
using Seaworthy.Deploying.Verifying.Addresses;
using Xunit;

namespace Seaworthy.Deploying.Tests.Verifying.Addresses;

/// <summary>What an address answered, held against what is due.</summary>
public sealed class AddressDriftsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 29, 0, 0, 0, TimeSpan.Zero);

    private static readonly PublicAddress Shop = PublicAddress.Parse("https://shop.example/") ?? throw new InvalidOperationException();

    private static readonly CertificateFacts Good = new(["shop.example"], Now.AddDays(-30), Now.AddDays(60), true, [], "TLS 1.3");

    [Theory]
    [InlineData("https://shop.example/", true)]
    [InlineData("http://127.0.0.1:8080/health", true)]
    [InlineData("ftp://shop.example/", false)]
    [InlineData("https://me:secret@shop.example/", false)]
    [InlineData("--help", false)]
    public void Only_addresses_of_the_web_are_taken(string text, bool isTaken)
    {
        Assert.Equal(isTaken, PublicAddress.Parse(text) is not null);
    }

    [Fact]
    public void A_good_address_has_no_drift_and_was_asked()
    {
        var found = Of(Good, new HttpAnswer(200, []));

        Assert.Empty(found.Drifts);
        Assert.Contains(DriftKind.Certificate, found.Asked);
    }

    [Fact]
    public void Each_fault_of_a_certificate_is_named()
    {
        Assert.Equal("the certificate of shop.example ended on 2026-11-28", Text(Good with { NotAfter = Now.AddDays(-1) }));
        Assert.Equal("the certificate of shop.example ends in 13 days, on 2026-12-12", Text(Good with { NotAfter = Now.AddDays(13.5) }));
        Assert.Equal("", Text(Good with { NotAfter = Now.AddDays(14.1) }));
        Assert.Equal(
            "the certificate of shop.example is for shop.example, and not for shop.example",
            Text(Good with { IsForHost = false })
        );
        Assert.Equal("the certificate of shop.example is not trusted: because", Text(Good with { Faults = ["because"] }));
    }

    [Theory]
    [InlineData(301, "https://shop.example/", "")]
    [InlineData(308, "/other", "http://shop.example/ leads to /other instead of https")]
    [InlineData(302, "http://shop.example/x", "http://shop.example/ leads to http://shop.example/x instead of https")]
    [InlineData(200, "", "http://shop.example/ answers 200 instead of leading to https")]
    public void Http_leads_to_https(int code, string location, string said)
    {
        AddressFacts facts = new(PublicAddress.Parse("http://shop.example/") ?? Shop)
        {
            Answer = new HttpAnswer(code, [new HttpHeader("location", location)]),
        };

        Assert.Equal(said, string.Join('\n', AddressDrifts.OfRedirect(facts).Drifts.Select(drift => drift.Text)));
    }

    private static string Text(CertificateFacts certificate) =>
        string.Join('\n', Of(certificate, new HttpAnswer(204, [])).Drifts.Select(drift => drift.Text));

    private static Verification Of(CertificateFacts certificate, HttpAnswer answer) =>
        new AddressDrifts(Now).Of(new AddressFacts(Shop) { Certificate = certificate, Answer = answer }, []);
}

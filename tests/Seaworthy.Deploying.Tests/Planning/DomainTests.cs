using Seaworthy.Deploying.Certificates;
using Seaworthy.Deploying.Planning;
using Xunit;

namespace Seaworthy.Deploying.Tests.Planning;

public sealed class DomainTests
{
    private const string Web = """
        name: shop
        services:
          web:
            build: ./web
            ports: [PORTS]
            labels: { LABELS }
        """;

    [Fact]
    public void A_domain_ends_tls_on_the_published_port_443()
    {
        var rendered = Render("\"80:3000\", \"443:3000\", \"127.0.0.1:9000:9000\"", "seaworthy.domain: \"Shop.example, www.shop.example\"");

        Assert.Empty(rendered.Problems);
        var layout = ProxyLayout.Of(rendered.Project, "i");
        Assert.Equal(["shop.example", "www.shop.example"], layout.CertifiedHosts);
        Assert.Null(layout.Backends[0].HstsSeconds);
        var (plain, tls, other) = (layout.Frontends[0], layout.Frontends[1], layout.Frontends[2]);
        Assert.Equal(443, plain.Redirect?.Port);
        Assert.Null(plain.Tls);
        Assert.Equal(["shop.example", "www.shop.example"], tls.Tls?.Hosts);
        Assert.Null(tls.Redirect);
        Assert.Null(other.Tls ?? (object?)other.Redirect);
    }

    [Theory]
    [InlineData(
        "\"443:3000\"",
        "seaworthy.domain: \"shop.example\\nbind\"",
        "web has the domain 'shop.example\nbind', which is no host name"
    )]
    [InlineData(
        "\"443:3000\"",
        "seaworthy.domain: \"*.shop.example\"",
        "web has the domain '*.shop.example', and every host has to be named"
    )]
    [InlineData("\"443:3000\"", "seaworthy.domain: \"../../shop\"", "web has the domain '../../shop', which is no host name")]
    [InlineData("\"443:3000\"", "seaworthy.domain: \",\"", "web has seaworthy.domain without a host")]
    [InlineData("\"80:3000\"", "seaworthy.domain: shop.example", "publishes no port 443")]
    [InlineData("\"443:3000\"", "seaworthy.domain: shop.example, seaworthy.tls: 8443", "seaworthy.tls '8443', and publishes no such port")]
    [InlineData("\"443:3000\"", "seaworthy.tls: \"443\"", "has the label seaworthy.tls and no seaworthy.domain")]
    [InlineData("\"443:3000\"", "seaworthy.domain: shop.example, seaworthy.hsts: long", "seaworthy.hsts 'long', which is no time")]
    [InlineData("\"443:5432\"", "seaworthy.domain: shop.example, seaworthy.update: stop-first", "is updated stop-first")]
    [InlineData("", "seaworthy.domain: shop.example", "no service publishes a port on which TLS ends")]
    public void What_cannot_be_is_one_sentence(string ports, string labels, string said)
    {
        Assert.Contains(Render(ports, labels).Problems, problem => problem.Contains(said, StringComparison.Ordinal));
    }

    [Fact]
    public void Two_services_cannot_have_one_domain()
    {
        var service = (string name) =>
            new ServiceDefinition(name)
            {
                Order = UpdateOrder.StartFirst,
                Listens = [new ServicePort(3000)],
                Domain = new ServiceDomain(["shop.example"]) { Port = new PublishedPort(443, 3000) },
            };

        Assert.Equal(["a and b have the domain shop.example"], DomainRendering.Faults([service("a"), service("b")]));
    }

    [Fact]
    public void Certificates_are_given_before_the_proxy_starts_and_alone_when_nothing_else_is_new()
    {
        var project = Render("\"443:3000\"", "seaworthy.domain: shop.example").Project;
        IReadOnlyList<CertificateChange> change = [new("shop.example", "c.pem", new DateTimeOffset(2027, 2, 3, 0, 0, 0, TimeSpan.Zero))];

        var first = Planner.Of(Projects.Input(project, ObservedState.Empty, 1) with { Certificates = change });
        ObservedState observed = new([Projects.Proxy("p"), Projects.Running("web", 1, "web")]);
        var later = Planner.Of(Projects.Input(project, observed, 2) with { Certificates = change });

        Assert.Equal(["prepare", "certificates", "proxy"], first.Steps.Take(3).Select(step => step.Id));
        Assert.Equal(["prepare", "certificates", "promote", "prune"], later.Steps.Select(step => step.Id));
        var step = later.Steps[1];
        Assert.Equal("Give the proxy certificates for shop.example (until 2027-02-03, c.pem)", step.What);
        Assert.Equal(
            [
                "haproxy: set ssl cert /var/lib/seaworthy/certificates/shop.example.pem << <certificate and key>",
                "haproxy: commit ssl cert /var/lib/seaworthy/certificates/shop.example.pem",
            ],
            step.Commands
        );
        Assert.True(Planner.Of(Projects.Input(project, observed, 2)).IsEmpty);
    }

    private static RenderedProject Render(string ports, string labels) =>
        Projects.Render(Web.Replace("PORTS", ports, StringComparison.Ordinal).Replace("LABELS", labels, StringComparison.Ordinal));
}

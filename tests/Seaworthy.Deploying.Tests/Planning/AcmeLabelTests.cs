using System.Text.Json;
using Seaworthy.Deploying.Certificates;
using Seaworthy.Deploying.Commands;
using Seaworthy.Deploying.Ledger;
using Seaworthy.Deploying.Planning;
using Xunit;

namespace Seaworthy.Deploying.Tests.Planning;

public sealed class AcmeLabelTests
{
    private const string Web = """
        name: shop
        services:
          web:
            build: ./web
            ports: [PORTS]
            labels: { seaworthy.domain: "shop.example, www.shop.example"LABELS }
        """;

    private const string Both = "\"80:3000\", \"443:3000\"";

    private static readonly AcmeAccount Account = new("ops@shop.example", AcmeAccount.LetsEncrypt);

    [Fact]
    public void One_label_orders_certificates_for_the_hosts()
    {
        var rendered = Render(Both, ", seaworthy.acme: ops@shop.example");

        Assert.Empty(rendered.Problems);
        Assert.Equal(Account, rendered.Project.Services[0].Domain?.Acme);
        var layout = ProxyLayout.Of(rendered.Project, "i");
        Assert.Equal(["shop.example", "www.shop.example"], layout.OrderedHosts);
        var text = ProxyConfiguration.Text(layout, []);
        Assert.Contains(
            """
              http-request redirect code 308 location https://%[req.hdr(host),field(1,:),lower]%[pathq] if { req.hdr(host),field(1,:) -i shop.example www.shop.example } !{ path_beg /.well-known/acme-challenge/ }
              use_backend acme if { req.hdr(host),field(1,:) -i shop.example www.shop.example } { path_beg /.well-known/acme-challenge/ }
              default_backend web_3000

            """,
            text,
            StringComparison.Ordinal
        );
        Assert.Contains("backend acme\n  retries 0\n  server client 127.0.0.1:29999 no-check\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_proxy_without_the_label_has_the_shape_that_it_had()
    {
        var layout = ProxyLayout.Of(Render(Both, "").Project, "i");

        Assert.Empty(layout.OrderedHosts);
        Assert.DoesNotContain("acme", ProxyConfiguration.Text(layout, []), StringComparison.Ordinal);
        Assert.DoesNotContain(
            "ordered",
            JsonSerializer.Serialize(layout, LedgerJson.Default.ProxyLayout),
            StringComparison.OrdinalIgnoreCase
        );
    }

    [Fact]
    public void Hosts_of_which_none_is_ordered_are_led_to_tls_with_every_path()
    {
        ServiceDefinition web = new("web")
        {
            Order = UpdateOrder.StartFirst,
            Listens = [new ServicePort(3000)],
            Ports = [new PublishedPort(80, 3000), new PublishedPort(443, 3000)],
            Domain = new ServiceDomain(["shop.example"]) { Port = new PublishedPort(443, 3000) },
        };
        ServiceDefinition api = new("api")
        {
            Order = UpdateOrder.StartFirst,
            Listens = [new ServicePort(4000)],
            Domain = new ServiceDomain(["api.shop.example"]) { Acme = Account },
        };
        Assert.Empty(DomainRendering.Faults([web, api]));
        var layout = ProxyLayout.Of(new ProjectDefinition("shop", [web, api]), "i");

        var lines = ProxyConfiguration.Text(layout, []).Split('\n').Where(line => line.Contains("308", StringComparison.Ordinal)).ToList();

        Assert.Equal(["api.shop.example"], layout.OrderedHosts);
        Assert.EndsWith("if { req.hdr(host),field(1,:) -i shop.example }", lines[0], StringComparison.Ordinal);
        Assert.EndsWith("-i api.shop.example } !{ path_beg /.well-known/acme-challenge/ }", lines[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Both, ", seaworthy.acme: ops", "seaworthy.acme 'ops', which is no mail address")]
    [InlineData(Both, ", seaworthy.acme: \"--x@shop.example y\"", "which is no mail address")]
    [InlineData(Both, ", seaworthy.acme: \"../x@shop.example\"", "which is no mail address")]
    [InlineData(Both, ", seaworthy.acme: \"-x@shop.example\"", "which is no mail address")]
    [InlineData(
        Both,
        ", seaworthy.acme: a@b.example, seaworthy.acme-directory: \"https://me:secret@ca.example/dir\"",
        "a seaworthy.acme-directory that is no address of https"
    )]
    [InlineData(Both, ", seaworthy.acme-directory: \"https://ca.example/dir\"", "seaworthy.acme-directory and no seaworthy.acme")]
    [InlineData(
        Both,
        ", seaworthy.acme: a@b.example, seaworthy.acme-directory: \"http://ca.example/dir\"",
        "a seaworthy.acme-directory that is no address of https"
    )]
    [InlineData("\"443:3000\"", ", seaworthy.acme: a@b.example", "the server asks for its hosts without TLS: publish port 80 as well")]
    public void What_cannot_be_is_one_sentence(string ports, string labels, string said)
    {
        Assert.Contains(Render(ports, labels).Problems, problem => problem.Contains(said, StringComparison.Ordinal));
    }

    [Fact]
    public void A_project_has_one_account()
    {
        var service = (string name, string email) =>
            new ServiceDefinition(name)
            {
                Order = UpdateOrder.StartFirst,
                Listens = [new ServicePort(3000)],
                Ports = [new PublishedPort(80, 3000), new PublishedPort(443, 3000)],
                Domain = new ServiceDomain([name + ".example"])
                {
                    Port = new PublishedPort(443, 3000),
                    Acme = Account with { Email = email },
                },
            };

        Assert.Empty(DomainRendering.Faults([service("a", "ops@shop.example"), service("b", "ops@shop.example")]));
        Assert.Equal(
            ["a and b have different accounts in seaworthy.acme or seaworthy.acme-directory: a project has one"],
            DomainRendering.Faults([service("a", "ops@shop.example"), service("b", "dev@shop.example")])
        );
    }

    [Fact]
    public void Certificates_are_ordered_when_the_proxy_runs_and_before_anything_else()
    {
        var project = Render(Both, ", seaworthy.acme: ops@shop.example").Project;
        AcmeOrder order = new(Account, ["shop.example"]) { Renewed = ["www.shop.example"] };

        var first = Planner.Of(Projects.Input(project, ObservedState.Empty, 1) with { Order = order, AcmeImage = "goacme/lego:v4" });
        ObservedState observed = new([Projects.Proxy("p"), Projects.Running("web", 1, "web")]);
        var later = Planner.Of(Projects.Input(project, observed, 2) with { Order = order });

        Assert.Equal(["prepare", "proxy", "issue", "start/web"], first.Steps.Take(4).Select(step => step.Id));
        Assert.Equal(["prepare", "issue", "promote", "prune"], later.Steps.Select(step => step.Id));
        Assert.True(Planner.Of(Projects.Input(project, observed, 2) with { Order = new AcmeOrder(Account, []) }).IsEmpty);
        var step = first.Steps[2];
        Assert.Equal(
            "Order certificates for shop.example, www.shop.example from acme-v02.api.letsencrypt.org, and give them to the proxy",
            step.What
        );
        Assert.Equal(
            "docker run --rm --name shop-acme --label dev.seaworthy.project=shop --label dev.seaworthy.role=acme --user <uid:gid> --cap-drop ALL --security-opt no-new-privileges --read-only --network container:shop-proxy --volume <state>/acme:/acme goacme/lego:v4 --server https://acme-v02.api.letsencrypt.org/directory --email ops@shop.example --accept-tos --path /acme --http --http.port 127.0.0.1:29999 --csr /acme/shop.example.csr run",
            step.Commands[0]
        );
    }

    private static RenderedProject Render(string ports, string labels) =>
        Projects.Render(Web.Replace("PORTS", ports, StringComparison.Ordinal).Replace("LABELS", labels, StringComparison.Ordinal));
}

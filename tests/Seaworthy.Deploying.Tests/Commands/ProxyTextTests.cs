using System.Text.Json;
using Seaworthy.Deploying.Commands;
using Seaworthy.Deploying.Ledger;
using Seaworthy.Deploying.Planning;
using Seaworthy.Deploying.Tests.Planning;
using Xunit;

namespace Seaworthy.Deploying.Tests.Commands;

public sealed class ProxyTextTests
{
    private static readonly ProxyLayout Layout = ProxyLayout.Of(
        Projects.Render(Projects.Shop, ("PASSWORD", "p")).Project,
        "haproxy:2.6-alpine"
    );

    [Fact]
    public void The_file_names_who_serves()
    {
        var text = ProxyConfiguration.Text(Layout, [new ProxyServer("web_3000", "shop-web-2", 3000)]);

        Assert.EndsWith(
            """
            frontend published_8080
              bind :30000
              option forwardfor if-none
              default_backend web_3000
            frontend internal_3000
              bind :3000
              option forwardfor if-none
              default_backend web_3000
            backend web_3000
              balance roundrobin
              server shop-web-2 shop-web-2:3000 resolvers engine init-addr libc,none

            """,
            text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Two_services_on_one_port_are_told_apart_by_the_name_that_is_asked_for()
    {
        ServiceDefinition one = new("one") { Listens = [new ServicePort(3000)], Networks = [new NetworkAttachment("n", ["one"])] };
        var layout = ProxyLayout.Of(
            new ProjectDefinition("shop", [one, one with { Name = "two", Networks = [new NetworkAttachment("n", ["two"])] }]),
            "i"
        );

        Assert.Contains(
            "use_backend two_3000 if { req.hdr(host),field(1,:) -i two }",
            ProxyConfiguration.Text(layout, []),
            StringComparison.Ordinal
        );
        Assert.Equal(["one", "two"], layout.Networks.Single().Names);
    }

    [Fact]
    public void Tls_ends_for_named_hosts_and_other_requests_for_them_are_sent_there()
    {
        ServiceDefinition web = new("web")
        {
            Order = UpdateOrder.StartFirst,
            Listens = [new ServicePort(3000)],
            Ports = [new PublishedPort(80, 3000), new PublishedPort(8443, 3000)],
            Domain = new ServiceDomain(["shop.example", "www.shop.example"])
            {
                Port = new PublishedPort(8443, 3000),
                Hsts = TimeSpan.FromDays(30),
            },
        };
        ServiceDefinition api = new("api")
        {
            Order = UpdateOrder.StartFirst,
            Listens = [new ServicePort(4000)],
            Domain = new ServiceDomain(["api.shop.example"]),
        };
        var layout = ProxyLayout.Of(new ProjectDefinition("shop", [web, api]), "i");

        var text = ProxyConfiguration.Text(layout, []);

        Assert.Contains(
            """
              stats socket /var/lib/seaworthy/admin.sock mode 600 level admin expose-fd listeners
              ssl-default-bind-options ssl-min-ver TLSv1.2 no-tls-tickets
              ssl-default-bind-ciphers ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305
            defaults

            """,
            text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            """
            frontend published_80
              bind :30000
              option forwardfor if-none
              http-request set-header X-Forwarded-Proto http
              http-request redirect code 308 location https://%[req.hdr(host),field(1,:),lower]:8443%[pathq] if { req.hdr(host),field(1,:) -i shop.example www.shop.example api.shop.example }
              default_backend web_3000
            frontend published_8443
              bind :30001 ssl crt-list /var/lib/seaworthy/certificates/list alpn h2,http/1.1
              http-request set-header X-Forwarded-For %[src]
              http-request set-header X-Forwarded-Proto https
              use_backend api_4000 if { req.hdr(host),field(1,:) -i api.shop.example }
              default_backend web_3000

            """,
            text,
            StringComparison.Ordinal
        );
        Assert.EndsWith(
            """
            backend api_4000
              balance roundrobin
            backend web_3000
              balance roundrobin
              http-response set-header Strict-Transport-Security max-age=2592000 if { ssl_fc }

            """,
            text,
            StringComparison.Ordinal
        );
        Assert.Equal(
            """
            /var/lib/seaworthy/certificates/shop.example.pem shop.example
            /var/lib/seaworthy/certificates/www.shop.example.pem www.shop.example
            /var/lib/seaworthy/certificates/api.shop.example.pem api.shop.example

            """,
            ProxyConfiguration.Certificates(layout)
        );
    }

    [Fact]
    public void Without_a_domain_nothing_speaks_of_tls()
    {
        Assert.DoesNotContain("ssl", ProxyConfiguration.Text(Layout, []), StringComparison.Ordinal);
        Assert.Empty(ProxyConfiguration.Certificates(Layout));
        Assert.DoesNotContain(
            "certified",
            JsonSerializer.Serialize(Layout, LedgerJson.Default.ProxyLayout),
            StringComparison.OrdinalIgnoreCase
        );
    }

    [Fact]
    public void Runtime_commands_are_exact()
    {
        ProxyServer server = new("web_3000", "shop-web-2", 3000);

        Assert.Equal(
            [
                "add server web_3000/shop-web-2 172.18.0.3:3000 check inter 500ms fall 2 rise 1",
                "set server web_3000/shop-web-2 state maint",
                "enable health web_3000/shop-web-2",
            ],
            ProxyCommands.Add(server, "172.18.0.3")
        );
        Assert.Equal("set server web_3000/shop-web-2 state ready", ProxyCommands.Ready(server));
        Assert.Equal("set server web_3000/shop-web-2 state drain", ProxyCommands.Drain(server));
        Assert.Equal(
            "set ssl cert /var/lib/seaworthy/certificates/shop.example.pem <<\n-----BEGIN…\n",
            ProxyCommands.SetCertificate("shop.example", "-----BEGIN…\n")
        );
        Assert.Equal("commit ssl cert /var/lib/seaworthy/certificates/shop.example.pem", ProxyCommands.CommitCertificate("shop.example"));
    }

    [Fact]
    public void The_proxy_has_no_rights_and_publishes_what_the_file_publishes()
    {
        var text = Projects.Text(ProxyContainer.Run(Layout, "/state", "1000:1000", "c"));

        Assert.Contains("--user 1000:1000 --cap-drop ALL --security-opt no-new-privileges --read-only", text, StringComparison.Ordinal);
        Assert.Contains("--network shop_default --network-alias web --publish 127.0.0.1:8080:30000", text, StringComparison.Ordinal);
    }
}

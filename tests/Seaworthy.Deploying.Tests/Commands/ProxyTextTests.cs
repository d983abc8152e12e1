using Seaworthy.Deploying.Commands;
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
    }

    [Fact]
    public void The_proxy_has_no_rights_and_publishes_what_the_file_publishes()
    {
        var text = Projects.Text(ProxyContainer.Run(Layout, "/state", "1000:1000", "c"));

        Assert.Contains("--user 1000:1000 --cap-drop ALL --security-opt no-new-privileges --read-only", text, StringComparison.Ordinal);
        Assert.Contains("--network shop_default --network-alias web --publish 127.0.0.1:8080:30000", text, StringComparison.Ordinal);
    }
}

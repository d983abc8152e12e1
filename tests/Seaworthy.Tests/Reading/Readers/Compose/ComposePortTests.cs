using Xunit;

namespace Seaworthy.Tests.Reading.Readers.Compose;

public sealed class ComposePortTests
{
    [Theory]
    [InlineData("\"80\"", null, null, "80", null)]
    [InlineData("3000", null, null, "3000", null)]
    [InlineData("\"8080:80\"", null, "8080", "80", null)]
    [InlineData("\"127.0.0.1:8080:80\"", "127.0.0.1", "8080", "80", null)]
    [InlineData("\"127.0.0.1::80\"", "127.0.0.1", null, "80", null)]
    [InlineData("\"[::1]:8080:80/udp\"", "[::1]", "8080", "80", "udp")]
    [InlineData("\"${BIND:-127.0.0.1}:${PORT:-8080}:80\"", "${BIND:-127.0.0.1}", "${PORT:-8080}", "80", null)]
    [InlineData("\"${PORT}\"", null, null, null, null)]
    [InlineData("\"3000-3005:4000-4005/tcp\"", null, "3000-3005", "4000-4005", "tcp")]
    public void Short_ports_are_cut_outside_of_variables(string text, string? host, string? published, string? target, string? protocol)
    {
        var port = Assert.Single(ComposeText.Service($"image: x\nports:\n  - {text}").Ports);

        Assert.Equal((host, published, target, protocol), (port.HostIp?.Raw, port.Published?.Raw, port.Target?.Raw, port.Protocol?.Raw));
    }

    [Fact]
    public void Ranges_are_numbers()
    {
        var port = Assert.Single(ComposeText.Service("ports: ['3000-3005:4000-4005']").Ports);

        Assert.Equal((6, "4000-4005"), (port.PublishedPorts?.Count, port.Target?.Raw));
    }

    [Fact]
    public void The_long_form_is_read()
    {
        var port = Assert.Single(
            ComposeText
                .Service(
                    "ports:\n  - {target: 80, published: \"8080\", host_ip: 0.0.0.0, protocol: udp, mode: host, name: web, app_protocol: http}"
                )
                .Ports
        );

        Assert.Equal(
            ("80", 8080, "0.0.0.0", true, "host"),
            (port.Target?.Raw, port.PublishedPorts?.First, port.HostIp?.Raw, port.IsUdp, port.Mode?.Value)
        );
    }

    [Theory]
    [InlineData("'localhost:80:80'", "'localhost' is not an IP address")]
    [InlineData("'80:'", "names no container port")]
    [InlineData("'8080:http'", "'http' is not a container port")]
    [InlineData("'99999:80'", "'99999' is not a host port")]
    [InlineData("'80:80/htt'", "'htt' is not a protocol")]
    [InlineData("'80-82:90-91'", "the ranges differ in length")]
    [InlineData("80.5", "is not a container port")]
    public void Bad_ports_are_told(string text, string expected)
    {
        Assert.Contains(expected, Assert.Single(ComposeText.ProblemsOf($"ports:\n  - {text}")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'80-82:8080'")]
    [InlineData("'${A}:${B}'")]
    [InlineData("'::80'")]
    [InlineData("'6060:6060/UDP'")]
    [InlineData("'[::]:80:80'")]
    public void What_compose_takes_is_not_told(string text)
    {
        Assert.Empty(ComposeText.ProblemsOf($"ports:\n  - {text}"));
    }
}

using Seaworthy.Model.Topology;
using Xunit;

namespace Seaworthy.Tests.Reading.Linking;

public sealed class ProbeLinkerTests
{
    [Theory]
    [InlineData("curl -f http://localhost:8000/health || exit 1", "Http 8000 /health curl")]
    [InlineData("wget -q --spider http://127.0.0.1/ready?x=1 || exit 1", "Http 80 /ready wget")]
    [InlineData("curl -f localhost:3000/up", "Http 3000 /up curl")]
    [InlineData("curl -f http://localhost:$$PORT/health", "Http 9000 /health curl")]
    [InlineData("curl -f http://localhost:$${OTHER}/health", "Http  /health curl")]
    [InlineData("curl -f http://localhost:$${OTHER:-7000}/health", "Http 7000 /health curl")]
    [InlineData("python -c \"import urllib.request; urllib.request.urlopen('http://localhost:8000/health')\"", "Http 8000 /health python")]
    [InlineData("python -c \"import os; get('http://localhost:' + os.environ['PORT'])\"", "Command   python")]
    [InlineData("nc -z localhost 5000", "Tcp 5000  nc")]
    [InlineData("pg_isready -U shop", "Command   pg_isready")]
    [InlineData("curl -f http://localhost/a && curl -f http://localhost/b", "Http 80 /a curl; Http 80 /b curl")]
    [InlineData("curl -f http://localhost/a || curl -f http://localhost/b", "Command   curl")]
    [InlineData("timeout 3 curl -f http://api:8000/health || bash -c 'kill -s 15 -1'", "Http 8000 /health curl")]
    public void A_health_test_tells_what_it_asks(string test, string expected)
    {
        Assert.Equal(expected, string.Join("; ", Probes(test).Select(Text)));
    }

    [Theory]
    [InlineData("curl -f http://localhost/ || true", "its failure is ignored")]
    [InlineData("curl http://localhost/", "without -f")]
    [InlineData("exit 0", "asks nothing")]
    [InlineData("curl -f http://localhost/; true", "at its end")]
    [InlineData("curl -f http://localhost/ || exit 1", "")]
    [InlineData("curl -s http://localhost/ | grep -q ok", "")]
    public void A_health_test_that_cannot_fail_is_told(string test, string why)
    {
        var probe = Assert.Single(Probes(test));

        Assert.Contains(why, probe.CannotFailBecause ?? "", StringComparison.Ordinal);
        Assert.Equal(why.Length > 0, probe.CannotFailBecause is not null);
    }

    [Fact]
    public void One_of_several_clients_may_be_enough()
    {
        var probe = Assert.Single(Probes("wget -qO- http://localhost/ || curl -f http://localhost/ || exit 1"));

        Assert.Equal(["wget", "curl"], probe.Clients.Select(client => client.Value));
        Assert.True(probe.ClientsAreAlternatives);
    }

    [Theory]
    [InlineData("", "HEALTHCHECK")]
    [InlineData("healthcheck: { interval: 5s }", "HEALTHCHECK")]
    [InlineData("healthcheck: { disable: true }", "")]
    [InlineData("healthcheck: { test: [CMD, wget, '-q', 'http://localhost/'] }", "compose healthcheck")]
    public void The_check_of_the_image_holds_unless_the_service_replaces_it(string own, string origin)
    {
        var workload = Linked
            .Repository([
                ("compose.yaml", $"services:\n  api:\n    build: .\n    {own}\n"),
                ("Dockerfile", "FROM alpine AS base\nHEALTHCHECK CMD curl -f http://localhost/\nFROM base\nCMD [\"true\"]\n"),
            ])
            .Workloads.Single();

        Assert.Equal(origin, string.Join(' ', workload.Probes.Select(probe => probe.Origin)));
    }

    private static string Text(Probe probe) =>
        $"{probe.Kind} {probe.Port} {probe.Path} {string.Join(',', probe.Clients.Select(client => client.Value))}";

    private static IReadOnlyList<Probe> Probes(string test) =>
        Linked
            .Repository([
                (
                    "compose.yaml",
                    $"services:\n  api:\n    image: a:1\n    environment:\n      PORT: 9000\n    healthcheck:\n      test: |-\n        {test}\n"
                ),
            ])
            .Workloads.Single()
            .Probes;
}

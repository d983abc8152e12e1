using Seaworthy.Model.Declared.Proxies;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Readers;
using Seaworthy.Reading.Readers.Proxies;
using Xunit;

namespace Seaworthy.Tests.Reading.Readers.Proxies;

public sealed class HaproxyReaderTests
{
    private const string Sample = """
        global
            log stdout format raw local0
        defaults
            mode http
            option httplog
            no option dontlognull
        frontend web
            bind *:80
            use_backend api if { path_beg /api }
            default_backend pages
        backend api
            server one api:8000 check # the first
        backend pages
            server two 127.0.0.1:3000

        """;

    [Fact]
    public void Servers_and_sections_are_read_without_a_problem()
    {
        var file = Read("haproxy.cfg", Sample);

        Assert.Equal(["api", "127.0.0.1"], file.Servers.Select(server => server.Host ?? ""));
        Assert.Empty(file.Problems);
    }

    [Theory]
    [InlineData("option httplog", "option dontlognormal", "unknown option 'dontlognormal'; did you mean 'dontlog-normal'?")]
    [InlineData("\nbackend pages", "\nbackend page", "unable to find required default_backend: 'pages'")]
    public void What_HAProxy_refuses_is_a_problem(string old, string fresh, string problem) =>
        Assert.Equal(
            [problem],
            Read("haproxy.cfg", Sample.Replace(old, fresh, StringComparison.Ordinal)).Problems.Select(found => found.Message)
        );

    [Fact]
    public void The_last_line_needs_its_end() => Assert.Single(Read("haproxy.cfg", Sample.TrimEnd('\n')).Problems);

    [Fact]
    public void Lines_with_holes_of_a_template_are_passed_over() =>
        Assert.Single(Read("haproxy.cfg.j2", Sample.Replace("127.0.0.1:3000", "{{ host }}:3000", StringComparison.Ordinal)).Servers);

    private static HaproxyFile Read(string path, string text) =>
        Assert.IsType<HaproxyFile>(new HaproxyReader().Read(new FileSyntax(new SourceFile(path, text))));
}

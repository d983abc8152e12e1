using Seaworthy.Model.Declared.Proxies;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Readers;
using Seaworthy.Reading.Readers.Proxies;
using Xunit;

namespace Seaworthy.Tests.Reading.Readers.Proxies;

public sealed class CaddyReaderTests
{
    private const string Sample = """
        {
            email admin@example.com
        }
        (security) {
            header X-Frame-Options "DENY"
        }
        example.com,
        www.example.com {
            import security
            root * /srv/www
            file_server
            @api path /api/*
            reverse_proxy @api api:8000 api2:8000 {
                health_uri /health
            }
            handle_path /v1/* {
                reverse_proxy http://{$BACKEND_HOST:backend}:{$BACKEND_PORT}
            }
            handle {
                reverse_proxy {
                    to web:3000
                }
            }
            reverse_proxy /ws ws:9000 # sockets
        }
        :8080 { respond "ok" 200 }
        """;

    [Fact]
    public void Sites_and_their_upstreams_are_read()
    {
        var file = Read(Sample);
        Assert.Equal(
            ["example.com www.example.com", ":8080"],
            file.Sites.Select(site => string.Join(' ', site.Addresses.Select(address => address.Value)))
        );
        Assert.Equal(
            ["/api/*: api:8000 api2:8000", "/v1/*: :", ": web:3000", "/ws: ws:9000"],
            file.Sites[0]
                .Proxies.Select(proxy =>
                    $"{proxy.Path}: {string.Join(' ', proxy.Targets.Select(target => $"{target.Host}:{target.Port}"))}"
                )
        );
        Assert.Equal([false, true, false, false], file.Sites[0].Proxies.Select(proxy => proxy.StripsPrefix));
        Assert.Equal(("/srv/www", true), (file.Sites[0].Roots[0].Value, file.Sites[0].ServesFiles));
        Assert.Empty(file.Problems);
    }

    [Fact]
    public void Imports_snippets_and_variables_are_read()
    {
        var file = Read(Sample);
        Assert.Equal("security", file.Imports[0].Value);
        Assert.Equal(["BACKEND_HOST", "BACKEND_PORT"], file.EnvironmentHoles.Select(hole => hole.Name));
        Assert.Equal("backend", file.Sites[0].Proxies[1].Targets[0].Url.Variables.First().Word?.Literal);
    }

    [Fact]
    public void One_site_may_leave_its_braces_out()
    {
        var site = Assert.Single(Read("localhost\n\nreverse_proxy app:3000\n").Sites);
        Assert.Equal(
            ("localhost", "app", 3000),
            (site.Addresses[0].Value, site.Proxies[0].Targets[0].Host, site.Proxies[0].Targets[0].Port)
        );
    }

    [Theory]
    [InlineData("a.com {\n\trespond <<HTML\n\t\t<style>p {</style>\n\t\tHTML 503\n\treverse_proxy x:1\n}\n")]
    [InlineData("a.com {\n\theader X <<\n\treverse_proxy x:1\n}\n")]
    public void A_heredoc_is_one_word(string text)
    {
        var file = Read(text);

        Assert.Empty(file.Problems);
        Assert.Equal("x", file.Sites[0].Proxies[0].Targets[0].Host);
    }

    [Theory]
    [InlineData("a.com {\n respond <<HTML\n <p>\n}\n", "heredoc <<HTML is never closed", "block is never closed")]
    public void A_heredoc_that_is_never_closed_is_reported(string text, params string[] messages) =>
        Assert.Equal(messages, Read(text).Problems.Select(problem => problem.Message));

    [Theory]
    [InlineData("a.com {\n reverse_proxy x:1\n", "block is never closed")]
    [InlineData("a.com {\n}\n}\n", "unexpected '}'")]
    public void Broken_files_are_reported(string text, string message) => Assert.Equal(message, Assert.Single(Read(text).Problems).Message);

    [Fact]
    public void Any_text_is_read_without_fault()
    {
        for (var length = 0; length <= Sample.Length; length++)
        {
            Read(Sample[..length]);
            Read(Sample[length..]);
        }

        foreach (var piece in (string[])["a {\n", "}\n", "a, ", "\"", "{$", "# ", "\\\n", "handle /x {\n"])
        {
            Read(string.Concat(Enumerable.Repeat(piece, 200_000 / piece.Length)));
        }
    }

    [Fact]
    public void Any_blank_separates_words()
    {
        Assert.NotNull(Read("a.example {\n\trespond\u00a0\v/x\f200\n}\n"));
    }

    private static CaddyFile Read(string text) =>
        Assert.IsType<CaddyFile>(new CaddyReader().Read(new FileSyntax(new SourceFile("Caddyfile", text))));
}

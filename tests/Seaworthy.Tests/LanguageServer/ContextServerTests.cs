using System.IO.Pipelines;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using Seaworthy.LanguageServer;
using Seaworthy.Tests.Reading.Discovery;
using Xunit;

namespace Seaworthy.Tests.LanguageServer;

/// <summary>The server as the protocol's own client meets it.</summary>
public sealed class ContextServerTests
{
    // As many tokens as an answer may cost; a token of such text is some 3.6 characters.
    private const int MostCharacters = 5_400;

    [Fact]
    public async Task Every_tool_says_that_it_changes_nothing()
    {
        using var shop = Shop();
        await using var session = await Session.Of(shop);

        var tools = await session.Client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(
            ["audit", "check_claims", "diff", "explain", "findings", "plan", "where"],
            tools.Select(tool => tool.Name).Order(StringComparer.Ordinal)
        );
        Assert.All(tools, tool => Assert.True(tool.ProtocolTool.Annotations is { ReadOnlyHint: true, DestructiveHint: false }));
    }

    [Theory]
    [InlineData("audit", "{}", "FAIL critical ports/host-unresolved compose.yaml:6")]
    [InlineData("findings", """{"about": "ports"}""", "nothing in compose.yaml answers to that name")]
    [InlineData("findings", """{"outcome": "fail", "severity": "critical", "only": "blocking"}""", "ports/host-unresolved")]
    [InlineData("findings", """{"about": "mobile"}""", "No finding matches.")]
    [InlineData("explain", """{"of": "ports/host-unresolved"}""", "What it finds: ")]
    [InlineData("where", """{"what": "port", "name": "8000"}""", "published  compose.yaml:4")]
    [InlineData("where", """{"what": "port", "name": 8000}""", "published  compose.yaml:4")]
    [InlineData("where", """{"what": "variable", "name": "CACHE_URL"}""", "read       api/app.py:2")]
    [InlineData("where", """{"what": "service", "name": "api"}""", "api in compose.yaml")]
    [InlineData("where", """{"what": "host", "name": "cache"}""", "api calls it, port 6379: Nobody (compose.yaml:6)")]
    [InlineData("where", """{"what": "file", "name": "api/app.py"}""", "api/app.py: in the repository")]
    [InlineData("where", """{"what": "route", "name": "/nowhere"}""", "The model knows no place of /nowhere.")]
    [InlineData("plan", "{}", "ports/host-unresolved")]
    [InlineData(
        "check_claims",
        """{"claims": [{"kind": "host-unresolved", "text": "x", "values": ["cache"], "places": [{"path": "compose.yaml", "line": 6}]}]}""",
        "1 confirmed "
    )]
    public async Task A_tool_answers_from_the_model(string tool, string arguments, string expected)
    {
        using var shop = Shop();
        await using var session = await Session.Of(shop);

        var (text, isError) = await session.Call(tool, arguments);

        Assert.False(isError, text);
        Assert.Contains(expected, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_finding_is_explained_by_the_id_that_the_audit_shows()
    {
        using var shop = Shop();
        await using var session = await Session.Of(shop);
        var (audit, _) = await session.Call("audit", "{}");
        var id = audit.Split('\n').First(line => line.Contains("ports/host-unresolved", StringComparison.Ordinal)).Split(' ')[0];

        var (text, _) = await session.Call("explain", $$"""{"of": "{{id}}"}""");

        Assert.Contains("CACHE_URL: redis://cache:6379", text, StringComparison.Ordinal);
        Assert.Contains("Change: ", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_changes_is_read_again()
    {
        using var shop = Shop();
        await using var session = await Session.Of(shop);
        var (before, _) = await session.Call("findings", """{"about": "ports/host-unresolved"}""");
        shop.Write("compose.yaml", Compose + "  cache:\n    image: redis:8.2.1\n");

        var (after, _) = await session.Call("findings", """{"about": "ports/host-unresolved"}""");

        Assert.StartsWith("1 finding.", before, StringComparison.Ordinal);
        Assert.Equal("No finding matches.", after);
    }

    [Theory]
    [InlineData("audit", """{"path": "/etc"}""", "'/etc' is outside of what this server may read.")]
    [InlineData("audit", """{"path": ".."}""", "'..' is outside of what this server may read.")]
    [InlineData("audit", """{"path": "link"}""", "'link' is outside of what this server may read.")]
    [InlineData("audit", """{"path": "nowhere"}""", "There is no directory 'nowhere'.")]
    [InlineData("explain", """{"of": "zzzzzzzz"}""", "There is no finding and no rule 'zzzzzzzz'.")]
    [InlineData("where", """{"what": "moon", "name": "x"}""", "\"what\" is port, variable, service, host, route or file, not 'moon'.")]
    [InlineData("findings", """{"only": "open"}""", "\"only\" is blocking, not 'open'.")]
    [InlineData(
        "findings",
        """{"abuot": "ports"}""",
        "There is no argument 'abuot'; there is about, outcome, severity, only, offset, path."
    )]
    [InlineData(
        "findings",
        """{"about": "ports/no-such-rule"}""",
        "'ports/no-such-rule' is no area, rule, file or directory of the report, and no finding names it."
    )]
    [InlineData("check_claims", """{"claims": {}}""", "The claims cannot be used: it has no list \"claims\".")]
    [InlineData("remove", "{}", "There is no tool 'remove'.")]
    public async Task What_cannot_be_answered_is_an_error_with_a_reason(string tool, string arguments, string expected)
    {
        using var shop = Shop();
        Directory.CreateSymbolicLink(Path.Combine(shop.Root, "link"), Path.GetTempPath());
        await using var session = await Session.Of(shop);

        Assert.Equal((expected, true), await session.Call(tool, arguments));
    }

    [Theory]
    [InlineData("audit")]
    [InlineData("findings")]
    [InlineData("plan")]
    public async Task An_answer_is_short_and_the_next_one_begins_where_it_ends(string tool)
    {
        using ScratchRepository many = new();
        for (var service = 0; service < 60; service++)
        {
            many.Write($"s{service}/compose.yaml", $"services:\n  a:\n    image: example/a:1.0.{service}\n    depends_on: [b{service}]\n");
        }

        await using var session = await Session.Of(many);

        var (first, _) = await session.Call(tool, "{}");

        Assert.InRange(first.Length, 1_000, MostCharacters);
        Assert.Matches(@"\d+ more: ask", first);
    }

    [Fact]
    public async Task Pages_together_are_the_whole()
    {
        using ScratchRepository many = new();
        for (var service = 0; service < 60; service++)
        {
            many.Write($"s{service}/compose.yaml", $"services:\n  a:\n    image: example/a:1.0.{service}\n    depends_on: [b{service}]\n");
        }

        await using var session = await Session.Of(many);
        HashSet<string> seen = new(StringComparer.Ordinal);
        for (var offset = 0; ; )
        {
            var (page, _) = await session.Call("findings", $$"""{"about": "undefined-dependency", "offset": {{offset}}}""");
            seen.UnionWith(page.Split('\n').Where(line => line.Contains(" FAIL ", StringComparison.Ordinal)));
            if (page.Split('\n')[^1] is not [.., '.'] last || !last.Contains("more: ask again with offset ", StringComparison.Ordinal))
            {
                break;
            }

            offset = int.Parse(last.Split(' ')[^1].TrimEnd('.'), System.Globalization.CultureInfo.InvariantCulture);
        }

        Assert.Equal(60, seen.Count);
    }

    [Fact]
    public async Task No_secret_is_in_any_answer()
    {
        using var shop = Shop().Write("api/settings.py", "AWS_SECRET_ACCESS_KEY = \"wJalrXUtnFEMI/K7MDENG/bPxRfiCYzA7Q1w9zXy\"\n");
        await using var session = await Session.Of(shop);

        var texts = new List<string>
        {
            (await session.Call("audit", "{}")).Text,
            (await session.Call("findings", "{}")).Text,
            (await session.Call("where", """{"what": "file", "name": "api/settings.py"}""")).Text,
        };
        var report = await session.Client.ReadResourceAsync(
            new Uri("seaworthy://report"),
            cancellationToken: TestContext.Current.CancellationToken
        );
        texts.AddRange(report.Contents.OfType<TextResourceContents>().Select(content => content.Text));

        Assert.All(texts, text => Assert.DoesNotContain("wJalrXUtnFEMI", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_program_serves_it_on_its_standard_streams()
    {
        using var shop = Shop();
        var program = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "seaworthy.exe" : "seaworthy");
        await using var client = await McpClient.CreateAsync(
            new StdioClientTransport(new StdioClientTransportOptions { Command = program, Arguments = ["mcp", shop.Root] }),
            cancellationToken: TestContext.Current.CancellationToken
        );

        var answer = await client.CallToolAsync("audit", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Contains(
            "ports/host-unresolved",
            Assert.IsType<TextContentBlock>(Assert.Single(answer.Content)).Text,
            StringComparison.Ordinal
        );
    }

    private const string Compose =
        "services:\n  api:\n    build: api\n    ports: [\"8000:8000\"]\n    environment:\n      CACHE_URL: redis://cache:6379\n    restart: always\n";

    private static ScratchRepository Shop() =>
        new ScratchRepository()
            .Write("compose.yaml", Compose)
            .Write("api/Dockerfile", "FROM python:3.13-slim\nCOPY app.py .\nCMD [\"gunicorn\", \"-b\", \"0.0.0.0:8000\", \"app:app\"]\n")
            .Write("api/app.py", "import os\nurl = os.environ[\"CACHE_URL\"]\n")
            .Write("api/requirements.txt", "gunicorn\n");

    /// <summary>A client and a server with a pipe in each direction.</summary>
    private sealed class Session : IAsyncDisposable
    {
        private readonly CancellationTokenSource end = new();
        private readonly Pipe toServer = new();
        private readonly Pipe toClient = new();
        private readonly Task serving;
        private McpClient? client;

        private Session(string root) =>
            serving = new ContextServer(new AllowedRoots([root], TimeProvider.System)).RunAsync(
                toServer.Reader.AsStream(),
                toClient.Writer.AsStream(),
                end.Token
            );

        public McpClient Client => client ?? throw new InvalidOperationException("it is not connected");

        public static async Task<Session> Of(ScratchRepository scratch)
        {
            Session session = new(scratch.Root);
            session.client = await McpClient.CreateAsync(
                new StreamClientTransport(session.toServer.Writer.AsStream(), session.toClient.Reader.AsStream()),
                cancellationToken: TestContext.Current.CancellationToken
            );
            return session;
        }

        public async Task<(string Text, bool IsError)> Call(string tool, string arguments)
        {
            using var document = System.Text.Json.JsonDocument.Parse(arguments);
            var result = await Client.CallToolAsync(
                new CallToolRequestParams
                {
                    Name = tool,
                    Arguments = document.RootElement.EnumerateObject().ToDictionary(member => member.Name, member => member.Value.Clone()),
                },
                TestContext.Current.CancellationToken
            );
            return (Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text, result.IsError is true);
        }

        public async ValueTask DisposeAsync()
        {
            await Client.DisposeAsync();
            await end.CancelAsync();
            await serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            end.Dispose();
        }
    }
}

using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using Seaworthy.LanguageServer;
using Seaworthy.LanguageServer.Http;
using Seaworthy.Tests.Reading.Discovery;
using Xunit;

namespace Seaworthy.Tests.LanguageServer;

/// <summary><c>seaworthy mcp --http</c>: its own clients, and everybody else.</summary>
public sealed class LoopbackServerTests
{
    private const string Token = "a-token-of-the-tests-0123456789";

    [Fact]
    public async Task The_program_serves_the_protocols_own_client_and_ends_when_it_is_interrupted()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the signal is sent by kill");
        using var shop = Shop();
        using var program = Start(shop.Root, token: null);
        var address = (await Line(program))["Serving ".Length..];
        var token = (await Line(program))["Authorization: Bearer ".Length..];

        string text;
        await using (var client = await Client(address, token))
        {
            var answer = await client.CallToolAsync("audit", cancellationToken: TestContext.Current.CancellationToken);
            text = Assert.IsType<TextContentBlock>(Assert.Single(answer.Content)).Text;
        }

        using var kill = Process.Start("kill", ["-INT", program.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await Ended(program);
        Assert.Contains("ports/host-unresolved", text, StringComparison.Ordinal);
        Assert.Equal(0, program.ExitCode);
        Assert.Equal("", await program.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        Assert.StartsWith("http://127.0.0.1:", address, StringComparison.Ordinal);
        Assert.True(token.Length >= 40, token);
    }

    [Fact]
    public async Task A_token_of_the_environment_is_not_printed_and_a_short_one_is_refused()
    {
        using var shop = Shop();
        using var program = Start(shop.Root, Token);
        await Line(program);
        var line = await Line(program);
        program.Kill();
        using var refused = Start(shop.Root, "short");
        await Ended(refused);

        Assert.Equal("Authorization: Bearer (the value of SEAWORTHY_MCP_TOKEN)", line);
        Assert.Equal(2, refused.ExitCode);
    }

    [Fact]
    public async Task A_client_without_the_token_does_not_connect()
    {
        using var shop = Shop();
        await using var serving = Serving.Of(shop);

        var exception = await Assert.ThrowsAnyAsync<Exception>(() => Client(serving.Server.Address, "another-token-0123456789"));

        Assert.Contains("401", exception.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("POST /mcp", "Authorization: Bearer wrong", "{}", 401, "is missing or wrong")]
    [InlineData("POST /mcp", "Authorization: Basic " + Token, "{}", 401, "is missing or wrong")]
    [InlineData("POST /mcp", "", "{}", 401, "is missing or wrong")]
    [InlineData("POST /mcp", Allowed + "\nOrigin: http://evil.example", "{}", 403, "other origins")]
    [InlineData("POST /mcp", Allowed + "\nOrigin: null", "{}", 403, "other origins")]
    [InlineData("POST /mcp", Allowed + "\nHost: evil.example", "{}", 404, "")]
    [InlineData("POST /mcp", Allowed + "\nHost: localhost", "{}", 404, "")]
    [InlineData("POST http://evil.example/mcp", Allowed, "{}", 404, "")]
    [InlineData("POST /mcp", Allowed + "\nMcp-Session-Id: 1", "{}", 404, "There is no such session.")]
    [InlineData("POST /mcp", Allowed + "\nContent-Length: 10000001", "", 413, "too large")]
    [InlineData("POST /mcp/../etc/passwd", Allowed, "{}", 404, "")]
    [InlineData("POST /", Allowed, "{}", 404, "Only /mcp is served.")]
    [InlineData("GET /mcp", Allowed, "", 405, "keeps no session")]
    [InlineData("DELETE /mcp", Allowed, "", 405, "keeps no session")]
    [InlineData("OPTIONS /mcp", Allowed, "", 405, "keeps no session")]
    [InlineData("POST /mcp", Allowed, "[1, 2", 400, "no message of JSON-RPC")]
    [InlineData("POST /mcp", Allowed, "[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}]", 400, "no message of JSON-RPC")]
    [InlineData(
        "POST /mcp",
        Allowed,
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":7}",
        400,
        "no message of JSON-RPC"
    )]
    [InlineData("POST /mcp", Allowed, "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"remove\"}", 200, "-32601")]
    [InlineData("POST /mcp", Allowed, "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}", 202, "")]
    [InlineData("\u0001\u0002 garbage", "", "", 400, "")]
    public async Task Whatever_is_not_a_request_of_a_client_is_refused(string line, string headers, string body, int status, string says)
    {
        using var shop = Shop();
        await using var serving = Serving.Of(shop);

        var response = await Raw(serving.Port, Request(serving.Port, line, headers, body));

        Assert.StartsWith($"HTTP/1.1 {status} ", response, StringComparison.Ordinal);
        Assert.Contains(says, response, StringComparison.Ordinal);
        await using var client = await Client(serving.Server.Address, Token);
        Assert.Equal(7, (await client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken)).Count);
    }

    [Fact]
    public async Task A_body_in_chunks_ends_where_it_becomes_too_large()
    {
        using var shop = Shop();
        await using var serving = Serving.Of(shop);
        var chunk = $"{1_000_000:x}\r\n{new string(' ', 1_000_000)}\r\n";

        var response = await Raw(
            serving.Port,
            $"POST /mcp HTTP/1.1\r\nHost: 127.0.0.1:{serving.Port}\r\n{Allowed}\r\nTransfer-Encoding: chunked\r\n\r\n"
                + string.Concat(Enumerable.Repeat(chunk, 11))
        );

        Assert.StartsWith("HTTP/1.1 413 ", response, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_does_not_come_ends_the_connection()
    {
        using var shop = Shop();
        await using var serving = Serving.Of(shop, TimeSpan.FromMilliseconds(300));

        var response = await Raw(serving.Port, Request(serving.Port, "POST /mcp", Allowed + "\nContent-Length: 99", ""));

        Assert.StartsWith("HTTP/1.1 408 ", response, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_another_program_took_after_the_end_harms_nothing()
    {
        using var shop = Shop();
        using CancellationTokenSource end = new();
        ContextServer server = new(new AllowedRoots([shop.Root], TimeProvider.System));
        using var loopback = LoopbackServer.Open(0, server, new BearerToken(Token)) ?? throw new InvalidOperationException("no port");
        var running = loopback.RunAsync(end.Token);

        await end.CancelAsync();
        await running;
        using TcpListener other = new(IPAddress.Loopback, new Uri(loopback.Address).Port);
        other.Start();

        Assert.Null(Record.Exception(loopback.Dispose));
    }

    [Fact]
    public async Task More_requests_at_once_than_there_is_room_for_are_sent_away()
    {
        using var shop = Shop();
        await using var serving = Serving.Of(shop);
        List<TcpClient> waiting = [];
        for (var each = 0; each < LoopbackServer.MostAtOnce; each++)
        {
            waiting.Add(await Send(serving.Port, Request(serving.Port, "POST /mcp", Allowed + "\nContent-Length: 99", "")));
        }

        string response;
        do
        {
            response = await Raw(serving.Port, Request(serving.Port, "POST /mcp", Allowed, "{}"));
        } while (response.StartsWith("HTTP/1.1 400 ", StringComparison.Ordinal));
        waiting.ForEach(client => client.Dispose());

        Assert.StartsWith("HTTP/1.1 503 ", response, StringComparison.Ordinal);
    }

    [Fact]
    public void A_port_that_is_taken_is_not_had()
    {
        using var shop = Shop();
        ContextServer server = new(new AllowedRoots([shop.Root], TimeProvider.System));
        using var first = LoopbackServer.Open(0, server, BearerToken.Make());

        using var second = LoopbackServer.Open(new Uri(Assert.IsType<LoopbackServer>(first).Address).Port, server, BearerToken.Make());

        Assert.Null(second);
    }

    private const string Allowed = "Authorization: Bearer " + Token;

    private static ScratchRepository Shop() =>
        new ScratchRepository().Write(
            "compose.yaml",
            "services:\n  api:\n    image: example/api:1.0.0\n    environment:\n      CACHE_URL: redis://cache:6379\n"
        );

    // A header that is written replaces the one that every request has.
    private static string Request(int port, string line, string headers, string body)
    {
        var own = headers.Replace("\n", "\r\n", StringComparison.Ordinal);
        var host = headers.Contains("Host:", StringComparison.Ordinal) ? "" : $"Host: 127.0.0.1:{port}\r\n";
        var length = headers.Contains("Content-Length:", StringComparison.Ordinal) ? "" : $"Content-Length: {body.Length}\r\n";
        return $"{line} HTTP/1.1\r\n{host}{length}{own}{(own.Length > 0 ? "\r\n" : "")}\r\n{body}";
    }

    private static async Task<TcpClient> Send(int port, string request)
    {
        TcpClient client = new();
        await client.ConnectAsync("127.0.0.1", port, TestContext.Current.CancellationToken);
        try
        {
            await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(request), TestContext.Current.CancellationToken);
        }
        catch (IOException)
        {
            // It answers before it has read all, and closes.
        }

        return client;
    }

    private static async Task<string> Raw(int port, string request)
    {
        using var client = await Send(port, request);
        return Received(client);
    }

    private static string Received(TcpClient client)
    {
        using MemoryStream response = new();
        try
        {
            // It keeps a connection that is in order: what came within a moment is the response.
            client.ReceiveTimeout = 2_000;
            var buffer = new byte[4_096];
            int read;
            while ((read = client.GetStream().Read(buffer, 0, buffer.Length)) > 0)
            {
                response.Write(buffer, 0, read);
                client.ReceiveTimeout = 300;
            }
        }
        catch (IOException)
        {
            // Nothing more comes, or the connection was ended.
        }

        return Encoding.UTF8.GetString(response.ToArray());
    }

    private static Task Ended(Process program) => program.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(20));

    private static Task<McpClient> Client(string address, string token) =>
#pragma warning disable CA2000 // The client ends it.
        McpClient.CreateAsync(
            new HttpClientTransport(
                new HttpClientTransportOptions
                {
                    Endpoint = new Uri(address),
                    TransportMode = HttpTransportMode.StreamableHttp,
                    AdditionalHeaders = new Dictionary<string, string> { ["Authorization"] = "Bearer " + token },
                }
            ),
            cancellationToken: TestContext.Current.CancellationToken
        );
#pragma warning restore CA2000

    private static Process Start(string root, string? token)
    {
        var name = OperatingSystem.IsWindows() ? "seaworthy.exe" : "seaworthy";
        ProcessStartInfo start = new(Path.Combine(AppContext.BaseDirectory, name), ["mcp", root, "--http"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["SEAWORTHY_MCP_TOKEN"] = token;
        return Process.Start(start) ?? throw new InvalidOperationException("seaworthy does not start");
    }

    private static async Task<string> Line(Process program) =>
        await program.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken)
        ?? throw new InvalidOperationException(await program.StandardError.ReadToEndAsync());

    private sealed class Serving : IAsyncDisposable
    {
        private readonly CancellationTokenSource end = new();
        private readonly Task running;

        private Serving(LoopbackServer server)
        {
            Server = server;
            running = server.RunAsync(end.Token);
        }

        public LoopbackServer Server { get; }

        public int Port => new Uri(Server.Address).Port;

        public static Serving Of(ScratchRepository scratch, TimeSpan? longestRequest = null)
        {
            ContextServer server = new(new AllowedRoots([scratch.Root], TimeProvider.System));
            return new Serving(
                LoopbackServer.Open(0, server, new BearerToken(Token), longestRequest) ?? throw new InvalidOperationException("no port")
            );
        }

        public async ValueTask DisposeAsync()
        {
            await end.CancelAsync();
            await running;
            Server.Dispose();
            end.Dispose();
        }
    }
}

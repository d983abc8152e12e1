using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using Seaworthy.Deploying.Tests.Certificates;
using Xunit;

namespace Seaworthy.Deploying.Tests.Machine;

/// <summary>The proxy ends TLS: under a load that forgives nothing it gets new certificates while it runs, and keeps them over deployments and rollbacks.</summary>
public sealed class TlsTrialTests(ITestOutputHelper output) : IDisposable
{
    private const string Host = "shop.example";

    private const string Compose = """
        name: NAME
        services:
          web:
            build: ./web
            environment:
              VERSION: ${VERSION:-1}
            ports:
              - "127.0.0.1:PORT:8080"
              - "127.0.0.1:TLS:8080"
            labels:
              seaworthy.domain: shop.example
              seaworthy.tls: "TLS"
              seaworthy.hsts: 30d
            restart: unless-stopped
        """;

    private readonly TestAuthority authority = new();

    private readonly string files = Directory.CreateTempSubdirectory("seaworthy-tls-").FullName;

    private readonly List<string> keys = [];

    public void Dispose()
    {
        authority.Dispose();
        Directory.Delete(files, recursive: true);
    }

    [Fact]
    public void Certificates_are_exchanged_and_kept_and_nothing_is_lost()
    {
        SkipWithoutTls();
        using TrialProject project = Project("swtlsload", 19100);
        var (first, second, third) = (Certificate("first"), Certificate("second"), Certificate("third"));
        Refuses(project, "shop.example has no certificate: give one with --tls-certificate", "deploy", project.Root);
        Refuses(project, "does not fit the certificate", ["deploy", project.Root, .. Options(first.Certificate, second.Key)]);
        Assert.Empty(project.Containers());
        var heard = project.ListenToDocker();

        Ends(project, 0, project.Run("1", ["deploy", project.Root, "--watch", "2s", .. Options(first)]));
        using StrictLoad load = new(project.Port + 1, 8, Host);
        Ends(project, 0, project.Deploy("2"));
        Assert.Equal(first.Thumbprint, Shown(project.Port + 1));

        using (var upgraded = Upgrade(project.Port + 1))
        {
            Ends(project, 0, project.Run("2", ["deploy", project.Root, .. Options(second)]));
            Assert.Equal(second.Thumbprint, Shown(project.Port + 1));
            load.Meet(second.Thumbprint);
            Assert.DoesNotContain("start/web", project.Output, StringComparison.Ordinal);
            Ends(project, 0, project.Ask("certificates", Options(third)));
            Assert.Equal(third.Thumbprint, Shown(project.Port + 1));
            load.Meet(third.Thumbprint);
            Assert.Equal("still there", Echo(upgraded, "still there"));
        }

        Ends(project, 0, project.Run("2", ["deploy", project.Root, .. Options(third)]));
        Assert.Contains("there is nothing to do", project.Output, StringComparison.Ordinal);
        Ends(project, 16, project.Ask("certificates", Options(first.Certificate, second.Key)));
        Ends(project, 0, project.Ask("rollback"));
        Ends(project, 0, project.Ask("verify"));
        load.Stop();

        output.WriteLine(load.ToString());
        Assert.Empty(load.Lost);
        Assert.Equal(0, load.BadlyAnswered);
        Assert.Equal(["1", "2"], load.Versions.Keys.Order());
        Assert.Equal(
            new[] { first.Thumbprint, second.Thumbprint, third.Thumbprint }.Order(StringComparer.Ordinal),
            load.Certificates.Keys.Order(StringComparer.Ordinal)
        );
        Engine.Run("docker", "restart", "--time", "1", "swtlsload-proxy");
        Assert.Equal(third.Thumbprint, Shown(project.Port + 1));
        Ends(project, 0, project.Ask("certificates"));
        Assert.Matches("shop.example +until [0-9-]{10}, 90 days", project.Output);
        KeepsKeys(project.State, project.Name, [File.ReadAllText(heard), project.Output]);
    }

    [Fact]
    public async Task Requests_without_tls_are_sent_to_it_and_http_2_is_spoken()
    {
        SkipWithoutTls();
        using var project = Project("swtlsredirect", 19120);
        Ends(project, 0, project.Run("1", ["deploy", project.Root, "--watch", "1s", .. Options(Certificate("first"))]));

        using var handler = Here();
        await RedirectsAndPromises(handler, project.Port);
    }

    [Fact]
    public void Through_ssh_a_key_reaches_the_host_and_is_read_from_none()
    {
        SkipWithoutTls();
        using var server = SshServer.OrSkip();
        using TrialProject project = new("swtlsssh", Compose.Replace("TLS", "19111", StringComparison.Ordinal), 19110) { Over = server };
        var (first, second) = (Certificate("first"), Certificate("second"));

        Ends(project, 0, project.Run("1", ["deploy", project.Root, "--watch", "1s", .. Options(first)]));
        Assert.Equal(first.Thumbprint, Shown(19111));
        Ends(project, 0, project.Ask("certificates", Options(second)));
        Assert.Equal(second.Thumbprint, Shown(19111));
        Ends(project, 0, project.Ask("verify"));

        KeepsKeys(server.State, project.Name, [server.Log, project.Output]);
    }

    private static TrialProject Project(string name, int port) =>
        new(name, Compose.Replace("TLS", $"{port + 1}", StringComparison.Ordinal), port);

    private static void SkipWithoutTls()
    {
        Assert.SkipWhen(Engine.MissingBecause is not null, Engine.MissingBecause ?? "");
        var version = Engine.Run("docker", "run", "--rm", "--entrypoint", "haproxy", "haproxy:2.6-alpine", "-vv");
        Assert.SkipUnless(
            version.Contains("Built with OpenSSL", StringComparison.Ordinal),
            "the HAProxy of this machine is built without OpenSSL"
        );
    }

    private Given Certificate(string name)
    {
        var (certificate, key, thumbprint) = authority.Host([Host]);
        keys.Add(key);
        Given given = new(Path.Combine(files, name + ".crt"), Path.Combine(files, name + ".key"), thumbprint);
        File.WriteAllText(given.Certificate, certificate + "\n" + authority.Issuer + "\n");
        File.WriteAllText(given.Key, key + "\n");
        Engine.Run("chmod", "600", given.Key);
        return given;
    }

    private static IReadOnlyList<string> Options(Given given) => Options(given.Certificate, given.Key);

    private static IReadOnlyList<string> Options(string certificate, string key) => ["--tls-certificate", certificate, "--tls-key", key];

    private static void Refuses(TrialProject project, string said, params IReadOnlyList<string> words)
    {
        Ends(project, 16, project.Run("1", words));
        Assert.Contains(said, project.Output, StringComparison.Ordinal);
    }

    /// <summary>HTTP/2 by TLS, what browsers are to remember, what the service is given, and where requests without TLS are sent.</summary>
    private static async Task RedirectsAndPromises(SocketsHttpHandler handler, int port)
    {
        using HttpClient client = new(handler, disposeHandler: false);
        using HttpRequestMessage request = new(HttpMethod.Get, $"https://{Host}:{port + 1}/")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        request.Headers.Add("X-Forwarded-Proto", "http");
        using var answer = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("https", answer.Headers.GetValues("x-proto").Single());
        Assert.Equal("max-age=2592000", answer.Headers.GetValues("Strict-Transport-Security").Single());
        using var redirect = await client.GetAsync(new Uri($"http://{Host}:{port}/a?b=c"));
        Assert.Equal(HttpStatusCode.PermanentRedirect, redirect.StatusCode);
        Assert.Equal($"https://{Host}:{port + 1}/a?b=c", redirect.Headers.Location?.OriginalString);
        Assert.False(redirect.Headers.Contains("Strict-Transport-Security"));
        using var elsewhere = await client.GetAsync(new Uri($"http://localhost:{port}/"));
        Assert.Equal(HttpStatusCode.OK, elsewhere.StatusCode);
        Assert.Equal("http", elsewhere.Headers.GetValues("x-proto").Single());

        using ClientWebSocket socket = new();
        socket.Options.HttpVersion = HttpVersion.Version20;
        socket.Options.HttpVersionPolicy = HttpVersionPolicy.RequestVersionExact;
        await socket.ConnectAsync(new Uri($"wss://{Host}:{port + 1}/"), client, CancellationToken.None);
        Assert.Equal(WebSocketState.Open, socket.State);
        socket.Abort();
    }

    /// <summary>Finds every host on this machine, and trusts the authority of the test alone.</summary>
    private SocketsHttpHandler Here() =>
        new()
        {
            AllowAutoRedirect = false,
            ConnectCallback = async (context, cancellation) =>
            {
                Socket socket = new(SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            },
            SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = authority.Trust() },
        };

    /// <summary>The certificate that a new connection is shown, once the proxy is there.</summary>
    private static string Shown(int port)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                using Connection connection = new(port);
                return connection.Stream.RemoteCertificate?.GetCertHashString() ?? "";
            }
            catch (Exception exception) when (attempt < 50 && exception is IOException or SocketException)
            {
                Thread.Sleep(100);
            }
        }
    }

    private static Connection Upgrade(int port)
    {
        Connection connection = new(port);
        var stream = connection.Stream;
        stream.Write(
            Encoding.ASCII.GetBytes(
                $"GET / HTTP/1.1\r\nHost: {Host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
            )
        );
        var head = "";
        while (!head.EndsWith("\r\n\r\n", StringComparison.Ordinal) && stream.ReadByte() is >= 0 and var next)
        {
            head += (char)next;
        }

        Assert.StartsWith("HTTP/1.1 101 ", head, StringComparison.Ordinal);
        return connection;
    }

    private static string Echo(Connection connection, string text)
    {
        var stream = connection.Stream;
        stream.Write(Encoding.ASCII.GetBytes(text));
        var answer = new byte[text.Length];
        stream.ReadExactly(answer);
        return Encoding.ASCII.GetString(answer);
    }

    private static void Ends(TrialProject project, int expected, int code) =>
        Assert.True(expected == code, $"exit code {code} instead of {expected}:\n{project.Output}");

    /// <summary>Keys lie in one file of the state, for its owner alone, and were nowhere else.</summary>
    private void KeepsKeys(string state, string project, IReadOnlyList<string> seen)
    {
        var directory = Path.Combine(state, project, "proxy", "certificates");
        Assert.Equal(
            ["list", "shop.example.pem"],
            Directory.EnumerateFiles(directory).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );
        Assert.Equal("600", Engine.Run("stat", "-c", "%a", Path.Combine(directory, "shop.example.pem")).Trim());
        Assert.Contains(keys[^1].Split('\n')[1], File.ReadAllText(Path.Combine(directory, "shop.example.pem")), StringComparison.Ordinal);
        var elsewhere = Directory
            .EnumerateFiles(Path.Combine(state, project), "*", SearchOption.AllDirectories)
            .Where(path => !path.EndsWith(".pem", StringComparison.Ordinal) && !path.EndsWith(".sock", StringComparison.Ordinal))
            .Select(File.ReadAllText);
        foreach (var text in elsewhere.Concat(seen))
        {
            Assert.DoesNotContain("PRIVATE KEY", text, StringComparison.Ordinal);
            Assert.All(keys, key => Assert.DoesNotContain(key.Split('\n')[1], text, StringComparison.Ordinal));
        }
    }

    private sealed class Connection : IDisposable
    {
        private readonly TcpClient client;

        public Connection(int port)
        {
            client = new TcpClient("127.0.0.1", port) { ReceiveTimeout = 10_000, SendTimeout = 10_000 };
            Stream = new SslStream(client.GetStream(), leaveInnerStreamOpen: false, (_, certificate, _, _) => certificate is not null);
            // A session that is resumed has the certificate of its beginning.
            Stream.AuthenticateAsClient(new SslClientAuthenticationOptions { TargetHost = Host, AllowTlsResume = false });
        }

        public SslStream Stream { get; }

        public void Dispose()
        {
            Stream.Dispose();
            client.Dispose();
        }
    }

    private sealed record Given(string Certificate, string Key, string Thumbprint);
}

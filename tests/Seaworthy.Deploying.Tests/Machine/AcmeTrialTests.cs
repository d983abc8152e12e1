using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Xunit;

namespace Seaworthy.Deploying.Tests.Machine;

/// <summary>Certificates are ordered from a server of ACME, and renewed under a load that forgives nothing. A server that is away or refuses takes nothing from what is served.</summary>
public sealed class AcmeTrialTests(ITestOutputHelper output)
{
    private const string Host = "shop.example";

    private const string Plain = """
        name: NAME
        services:
          web:
            build: ./web
            environment:
              VERSION: ${VERSION:-1}
            ports:
              - "127.0.0.1:PORT:8080"
            restart: unless-stopped
        """;

    private const string Ordered = """
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
              seaworthy.acme: ops@shop.example
              seaworthy.acme-directory: SERVER
            restart: unless-stopped
        """;

    [Fact]
    public void A_certificate_is_ordered_and_renewed_and_nothing_is_lost()
    {
        Assert.SkipWhen(AcmeServer.MissingBecause is not null, AcmeServer.MissingBecause ?? "");
        using AcmeServer server = new(21014, 21000, TimeSpan.FromDays(20));
        using TrialProject project = new("acmetrial", Plain, 21000);
        var heard = project.ListenToDocker();
        Ends(project, 0, project.Deploy("1", "1s"));
        project.Write("compose.yaml", Text(server, "acmetrial", 21000));

        // Nobody answers: the old release serves as before.
        Ends(project, 16, Deploy(project, server, "2"));
        Says(project, $"no certificate for shop.example from {new Uri(server.Url).Authority}: ", "connection refused");
        Assert.Equal(["acmetrial-web-1"], project.Running("web"));
        Assert.Equal("1", Version(project.Port));

        server.Start();
        Ends(project, 0, Deploy(project, server, "2"));
        var first = Shown(project.Port + 1);
        Assert.Contains("Pebble Intermediate CA", first.Issuer, StringComparison.Ordinal);
        Assert.True(first.IsForHost);

        using StrictLoad load = new(project.Port + 1, 4, Host);
        Ends(project, 0, Renew(project, server, "--within", "10d"));
        Says(project, "no certificate of acmetrial ends so soon");
        Assert.Equal(first.Thumbprint, Shown(project.Port + 1).Thumbprint);
        Ends(project, 0, Renew(project, server));
        var second = Shown(project.Port + 1);
        Assert.NotEqual(first.Thumbprint, second.Thumbprint);
        Assert.NotEqual(first.Key, second.Key);

        // The name leads elsewhere: the server says so.
        server.Find("127.0.0.2");
        Ends(project, 16, Renew(project, server));
        Says(
            project,
            $"{new Uri(server.Url).Authority} issues no certificate for shop.example (connection): ",
            "the old certificate is served"
        );
        server.Stop();
        Ends(project, 16, Renew(project, server));
        Says(project, "connection refused", "the old certificate is served");
        // A release does not wait for a renewal.
        Ends(project, 0, Deploy(project, server, "3"));
        Says(project, "it keeps the certificate that it has");
        Ends(project, 0, project.Ask("certificates"));
        load.Stop();

        output.WriteLine(load.ToString());
        Assert.Equal(second.Thumbprint, Shown(project.Port + 1).Thumbprint);
        Assert.Empty(load.Lost);
        Assert.Equal(0, load.BadlyAnswered);
        Assert.Equal(["2", "3"], load.Versions.Keys.Order());
        Assert.Equal(
            new[] { first.Thumbprint, second.Thumbprint }.Order(StringComparer.Ordinal),
            load.Certificates.Keys.Order(StringComparer.Ordinal)
        );
        KeepsKey(Path.Combine(project.State, project.Name), [File.ReadAllText(heard), project.Output]);
    }

    [Fact]
    public void Through_ssh_the_host_answers_the_server()
    {
        Assert.SkipWhen(AcmeServer.MissingBecause is not null, AcmeServer.MissingBecause ?? "");
        using var host = SshServer.OrSkip();
        using AcmeServer server = new(21114, 21100, TimeSpan.FromDays(20));
        server.Start();
        using TrialProject project = new("acmessh", Text(server, "acmessh", 21100), 21100) { Over = host };

        Ends(project, 0, Deploy(project, server, "1"));
        var first = Shown(project.Port + 1);
        Ends(project, 0, Renew(project, server));

        Assert.NotEqual(first.Thumbprint, Shown(project.Port + 1).Thumbprint);
        KeepsKey(Path.Combine(host.State, project.Name), [host.Log, project.Output]);
    }

    private static string Text(AcmeServer server, string name, int port) =>
        Ordered
            .Replace("SERVER", server.Url, StringComparison.Ordinal)
            .Replace("NAME", name, StringComparison.Ordinal)
            .Replace("PORT", $"{port}", StringComparison.Ordinal)
            .Replace("TLS", $"{port + 1}", StringComparison.Ordinal);

    private static int Deploy(TrialProject project, AcmeServer server, string version) =>
        project.Run(version, ["deploy", project.Root, "--watch", "1s", "--acme-image", server.Image]);

    private static int Renew(TrialProject project, AcmeServer server, params IEnumerable<string> options) =>
        project.Run("1", ["certificates", "renew", project.Root, "--acme-image", server.Image, .. options]);

    private static void Says(TrialProject project, params IReadOnlyList<string> texts) =>
        Assert.All(
            texts,
            text => Assert.True(Unwrapped(project.Output).Contains(text, StringComparison.Ordinal), $"no '{text}' in:\n{project.Output}")
        );

    /// <summary>What is printed is cut into lines of a terminal.</summary>
    private static string Unwrapped(string text) => text.Replace("\n", " ", StringComparison.Ordinal);

    private static void Ends(TrialProject project, int expected, int code) =>
        Assert.True(expected == code, $"exit code {code} instead of {expected}:\n{project.Output}");

    /// <summary>The version that answers without TLS.</summary>
    private static string Version(int port)
    {
        using HttpClientHandler handler = new() { AllowAutoRedirect = false, CheckCertificateRevocationList = true };
        using HttpClient client = new(handler);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://127.0.0.1:{port}/") { Headers = { Host = Host } };
        using var answer = client.Send(request);
        return answer.Headers.GetValues("x-version").Single();
    }

    private static Certificate Shown(int port)
    {
        using TcpClient client = new("127.0.0.1", port);
        using SslStream stream = new(client.GetStream(), leaveInnerStreamOpen: false, (_, certificate, _, _) => certificate is not null);
        stream.AuthenticateAsClient(new SslClientAuthenticationOptions { TargetHost = Host, AllowTlsResume = false });
        using X509Certificate2 shown = new(stream.RemoteCertificate ?? throw new InvalidOperationException("no certificate is shown"));
        return new Certificate(shown.Thumbprint, shown.Issuer, shown.GetPublicKeyString(), shown.MatchesHostname(Host));
    }

    /// <summary>The key of the certificate lies where the proxy reads it, and nowhere else: the client of ACME has that of the account alone.</summary>
    private static void KeepsKey(string state, IReadOnlyList<string> seen)
    {
        var acme = Path.Combine(state, "acme");
        Assert.Equal("700", Engine.Run("stat", "-c", "%a", acme).Trim());
        var pem = File.ReadAllText(Path.Combine(state, "proxy", "certificates", "shop.example.pem"));
        var key = pem[(pem.IndexOf("-----BEGIN PRIVATE KEY-----", StringComparison.Ordinal) + 28)..].Split('\n')[0];
        Assert.True(key.Length > 40);
        var files = Directory
            .EnumerateFiles(state, "*", SearchOption.AllDirectories)
            .Where(path => !path.EndsWith(".pem", StringComparison.Ordinal) && !path.EndsWith(".sock", StringComparison.Ordinal));
        Assert.All(files.Select(File.ReadAllText).Concat(seen), text => Assert.DoesNotContain(key, text, StringComparison.Ordinal));
        var keys = Directory.EnumerateFiles(acme, "*", SearchOption.AllDirectories).Where(path => HoldsKey(path)).ToList();
        Assert.Equal(["ops@shop.example.key"], keys.Select(Path.GetFileName));
    }

    private static bool HoldsKey(string path) => File.ReadAllText(path).Contains("PRIVATE KEY", StringComparison.Ordinal);

    private sealed record Certificate(string Thumbprint, string Issuer, string Key, bool IsForHost);
}

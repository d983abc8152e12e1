using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Xunit;

namespace Seaworthy.Deploying.Tests.Machine;

/// <summary>A server of ACME of the test's own, for containers of this machine alone: pebble, which finds every name at one address of this machine. It can be stopped, and ends with the test.</summary>
internal sealed class AcmeServer : IDisposable
{
    private const string Program = "/usr/bin/pebble";

    private readonly string root = Directory.CreateTempSubdirectory("seaworthy-acme-").FullName;
    private readonly string gateway;
    private readonly int port;
    private readonly Process names;
    private Process? server;

    /// <param name="port">Of the server; the three after it are taken too.</param>
    /// <param name="asked">The port at which the server asks whether a name is ours, which is 80 elsewhere.</param>
    /// <param name="validity">How long its certificates last.</param>
    public AcmeServer(int port, int asked, TimeSpan validity)
    {
        this.port = port;
        gateway = GatewayOf(
            Engine.Run("docker", "network", "inspect", "bridge", "--format", "{{with index .IPAM.Config 0}}{{.Gateway}} {{.Subnet}}{{end}}")
        );
        Certify();
        File.WriteAllText(
            At("config.json"),
            string.Create(
                CultureInfo.InvariantCulture,
                $$"""
                {
                  "pebble": {
                    "listenAddress": "{{gateway}}:{{port}}",
                    "managementListenAddress": "127.0.0.1:{{port + 1}}",
                    "certificate": "{{At("server.crt")}}",
                    "privateKey": "{{At("server.key")}}",
                    "httpPort": {{asked}},
                    "tlsPort": {{asked}},
                    "certificateValidityPeriod": {{(long)validity.TotalSeconds}}
                  }
                }
                """
            )
        );
        Image = string.Create(CultureInfo.InvariantCulture, $"lego-of-trial:{port}");
        File.WriteAllText(
            At("Dockerfile"),
            "FROM goacme/lego:v4.22.2\nCOPY server.crt /server.crt\nENV LEGO_CA_CERTIFICATES=/server.crt\n"
        );
        Engine.Run("docker", "build", "--quiet", "--tag", Image, root);
        names = Start(
            "/usr/bin/pebble-challtestsrv",
            [
                "-dns01",
                Local(port + 2),
                "-management",
                Local(port + 3),
                "-defaultIPv4",
                "127.0.0.1",
                "-defaultIPv6",
                "",
                "-http01",
                "",
                "-https01",
                "",
                "-tlsalpn01",
                "",
            ]
        );
    }

    /// <summary>Null when there is what this needs.</summary>
    public static string? MissingBecause =>
        Engine.MissingBecause
        ?? (
            File.Exists(Program) && File.Exists("/usr/bin/lego")
                ? null
                : "there is no server of ACME: 'eng/start-docker' installs pebble and lego"
        );

    public string Url => string.Create(CultureInfo.InvariantCulture, $"https://{gateway}:{port}/dir");

    /// <summary>The client, which trusts this server as well.</summary>
    public string Image { get; }

    public void Start()
    {
        server = Start(Program, ["-config", At("config.json"), "-dnsserver", Local(port + 2)]);
        Await(IPAddress.Parse(gateway), port);
    }

    public void Stop()
    {
        End(server);
        server = null;
    }

    /// <summary>Says where every name is found from here on.</summary>
    public void Find(string address)
    {
        Await(IPAddress.Loopback, port + 3);
        using HttpClient client = new();
        using StringContent content = new($$"""{"ip":"{{address}}"}""");
        using var answer = client.PostAsync(new Uri($"http://{Local(port + 3)}/set-default-ipv4"), content).Result;
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    public void Dispose()
    {
        Stop();
        End(names);
        Engine.Try("docker", ["image", "rm", Image]);
        Directory.Delete(root, recursive: true);
    }

    private static string Local(int port) => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}");

    private static void End(Process? process)
    {
        process?.Kill();
        process?.WaitForExit();
        process?.Dispose();
    }

    private static Process Start(string program, IEnumerable<string> arguments)
    {
        ProcessStartInfo start = new("/bin/sh", ["-c", "exec \"$0\" \"$@\" >/dev/null 2>&1", program, .. arguments]);
        // Each order is asked for, and at once.
        start.Environment["PEBBLE_VA_NOSLEEP"] = "1";
        start.Environment["PEBBLE_AUTHZREUSE"] = "0";
        return Process.Start(start) ?? throw new InvalidOperationException($"{program} does not start");
    }

    private static void Await(IPAddress address, int port)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                using TcpClient client = new();
                client.Connect(address, port);
                return;
            }
            catch (SocketException) when (tries < 100)
            {
                Thread.Sleep(50);
            }
        }
    }

    private void Certify()
    {
        using var key = RSA.Create(2048);
        CertificateRequest request = new("CN=trial", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        SubjectAlternativeNameBuilder subject = new();
        subject.AddIpAddress(IPAddress.Parse(gateway));
        request.CertificateExtensions.Add(subject.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        File.WriteAllText(At("server.crt"), certificate.ExportCertificatePem() + "\n");
        File.WriteAllText(At("server.key"), key.ExportRSAPrivateKeyPem() + "\n");
    }

    /// <summary>This machine, as containers reach it. An engine that was started again names the bridge's subnet alone, whose first address it is.</summary>
    private static string GatewayOf(string bridge)
    {
        if (bridge.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is [var named, _])
        {
            return named;
        }

        var address = IPNetwork.Parse(bridge.Trim()).BaseAddress.GetAddressBytes();
        address[^1]++;
        return new IPAddress(address).ToString();
    }

    private string At(string name) => Path.Combine(root, name);
}

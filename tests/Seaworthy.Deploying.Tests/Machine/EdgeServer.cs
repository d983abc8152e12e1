using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Seaworthy.Deploying.Tests.Machine;

/// <summary>What stands at a public address, on 127.0.0.1: one port of https, one of http that leads to it. Each of it can be broken.</summary>
internal sealed class EdgeServer : IDisposable
{
    private readonly RSA key = RSA.Create(2048);
    private readonly RSA rootKey = RSA.Create(2048);
    private readonly X509Certificate2 root;
    private readonly TcpListener secure;
    private readonly TcpListener plain;
    private readonly int port;

    public EdgeServer(int port, int plainPort)
    {
        this.port = port;
        CertificateRequest request = new("CN=trial root", rootKey, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        root = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddYears(-2), DateTimeOffset.UtcNow.AddYears(2));
        Certificate = Issue("localhost", DateTimeOffset.UtcNow.AddDays(90));
        secure = Start(port, client => Secure(client));
        plain = Start(plainPort, client => Answer(client.GetStream(), IsLeading ? Redirect() : Page()));
    }

    public X509Certificate2 Certificate { get; set; }

    /// <summary>The header that browsers are to get comes.</summary>
    public bool IsGuarding { get; set; } = true;

    /// <summary>http leads to https.</summary>
    public bool IsLeading { get; set; } = true;

    public bool IsWell { get; set; } = true;

    /// <summary>The authority, as a file that a program may trust.</summary>
    public string Authority => root.ExportCertificatePem();

    public X509Certificate2 Issue(string name, DateTimeOffset until)
    {
        CertificateRequest request = new($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        SubjectAlternativeNameBuilder names = new();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        using var issued = request.Create(root, DateTimeOffset.UtcNow.AddDays(-100), until, RandomNumberGenerator.GetBytes(8));
        return issued.CopyWithPrivateKey(key);
    }

    public void Dispose()
    {
        secure.Dispose();
        plain.Dispose();
        root.Dispose();
        key.Dispose();
        rootKey.Dispose();
    }

    private static TcpListener Start(int port, Action<TcpClient> serve)
    {
        TcpListener listener = new(IPAddress.Loopback, port);
        listener.Start();
        Thread thread = new(() =>
        {
            try
            {
                while (true)
                {
                    using var client = listener.AcceptTcpClient();
                    Serve(client, serve);
                }
            }
            catch (SocketException)
            {
                // It was stopped.
            }
        })
        {
            IsBackground = true,
        };
        thread.Start();
        return listener;
    }

    private static void Serve(TcpClient client, Action<TcpClient> serve)
    {
        try
        {
            serve(client);
        }
        catch (Exception exception) when (exception is IOException or AuthenticationException or InvalidOperationException)
        {
            // Who asked went away.
        }
    }

    private void Secure(TcpClient client)
    {
        using SslStream stream = new(client.GetStream());
        stream.AuthenticateAsServer(Certificate);
        Answer(stream, Page());
    }

    private static void Answer(Stream stream, string answer)
    {
        var buffer = new byte[4096];
        var read = stream.Read(buffer);
        if (read > 0)
        {
            stream.Write(Encoding.ASCII.GetBytes(answer));
        }
    }

    private string Redirect() =>
        $"HTTP/1.1 301 Moved Permanently\r\nLocation: https://localhost:{port}/\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

    private string Page() =>
        $"HTTP/1.1 {(IsWell ? "200 OK" : "503 Service Unavailable")}\r\nX-Content-Type-Options: nosniff\r\n{(IsGuarding ? "Strict-Transport-Security: max-age=63072000\r\n" : "")}Content-Length: 2\r\nConnection: close\r\n\r\nok";
}

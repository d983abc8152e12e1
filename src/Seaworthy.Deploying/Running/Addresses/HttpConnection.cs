using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Seaworthy.Deploying.Verifying.Addresses;

namespace Seaworthy.Deploying.Running.Addresses;

/// <summary>One connection of HTTP/1.1, kept as long as the server keeps it. It asks once and never again: what an ordinary client hides by a second try is seen here.</summary>
/// <remarks>Source: RFC 9112, "HTTP/1.1", sections 4 to 7 and 9.</remarks>
internal sealed class HttpConnection : IDisposable
{
    private const int LongestHead = 65_536;
    private const int LongestContent = 4_000_000;

    private readonly PublicAddress address;
    private readonly Socket socket;
    private Stream stream;
    private readonly byte[] buffer = new byte[16_384];
    private int start;
    private int end;

    private HttpConnection(PublicAddress address, Socket socket)
    {
        this.address = address;
        this.socket = socket;
        stream = new NetworkStream(socket);
    }

    /// <summary>The server takes another request on it.</summary>
    public bool IsKept { get; private set; } = true;

    public CertificateFacts? Certificate { get; private set; }

    /// <param name="address">What is asked.</param>
    /// <param name="to">The address of the network that its name leads to.</param>
    /// <param name="patience">For connecting, and for each part of an answer.</param>
    /// <exception cref="SocketException">Nothing listens.</exception>
    /// <exception cref="IOException">It was cut.</exception>
    /// <exception cref="AuthenticationException">There is no common TLS.</exception>
    /// <exception cref="OperationCanceledException">It took too long.</exception>
    public static HttpConnection Open(PublicAddress address, IPAddress to, TimeSpan patience)
    {
        Socket socket = new(to.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        HttpConnection? connection = null;
        try
        {
            using CancellationTokenSource stop = new(patience);
            socket.ConnectAsync(new IPEndPoint(to, address.Port), stop.Token).AsTask().GetAwaiter().GetResult();
            socket.ReceiveTimeout = socket.SendTimeout = (int)patience.TotalMilliseconds;
            connection = new HttpConnection(address, socket);
            connection.Secure();
            return connection;
        }
        catch
        {
            connection?.Dispose();
            socket.Dispose();
            throw;
        }
    }

    /// <exception cref="IOException">The answer did not come, or was cut.</exception>
    public HttpAnswer Ask(string method)
    {
        var content = method == "GET" ? "" : "Content-Length: 0\r\n";
        stream.Write(
            Encoding.ASCII.GetBytes(
                $"{method} {address.Path} HTTP/1.1\r\nHost: {address.Authority}\r\nUser-Agent: seaworthy\r\nAccept: */*\r\n{content}\r\n"
            )
        );
        while (true)
        {
            var status = Line().Split(' ', 3);
            if (
                status.Length < 2
                || !status[0].StartsWith("HTTP/1.", StringComparison.Ordinal)
                || !int.TryParse(status[1], NumberStyles.None, CultureInfo.InvariantCulture, out var code)
            )
            {
                throw new IOException("the answer is not HTTP/1.1");
            }

            HttpAnswer answer = new(code, Headers());
            // 100 and its like come before the answer.
            if (code >= 200)
            {
                Pass(answer);
                IsKept &=
                    status[0] == "HTTP/1.1" && answer.Find("Connection")?.Contains("close", StringComparison.OrdinalIgnoreCase) != true;
                return answer;
            }
        }
    }

    public void Dispose()
    {
        stream.Dispose();
        socket.Dispose();
    }

    private void Secure()
    {
        if (!address.IsTls)
        {
            return;
        }

        X509Certificate2? shown = null;
        var errors = SslPolicyErrors.None;
        IReadOnlyList<string> faults = [];
        SslStream secured = new(stream);
        stream = secured;
#pragma warning disable CA5359 // Nothing secret is sent: what is wrong with the certificate is the answer that is wanted, and headers of such a server as well.
        secured.AuthenticateAsClient(
            new SslClientAuthenticationOptions
            {
                TargetHost = address.Host,
                RemoteCertificateValidationCallback = (_, certificate, chain, policy) =>
                {
                    (shown, errors, faults) = (certificate as X509Certificate2, policy, Faults(chain));
                    return true;
                },
            }
        );
#pragma warning restore CA5359
        if (shown is not null)
        {
            Certificate = new CertificateFacts(
                Names(shown),
                shown.NotBefore.ToUniversalTime(),
                shown.NotAfter.ToUniversalTime(),
                !errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch),
                faults,
                Name(secured.SslProtocol)
            );
        }
    }

    /// <summary>Its dates are judged elsewhere.</summary>
    private static IReadOnlyList<string> Faults(X509Chain? chain) =>
        [
            .. (chain?.ChainStatus ?? [])
                .Where(status => status.Status is not (X509ChainStatusFlags.NoError or X509ChainStatusFlags.NotTimeValid))
                .Select(status =>
                    status.Status switch
                    {
                        X509ChainStatusFlags.PartialChain => "the chain to its authority is not whole",
                        X509ChainStatusFlags.UntrustedRoot => "this machine does not know its authority",
                        var other => other.ToString(),
                    }
                )
                .Distinct(StringComparer.Ordinal),
        ];

    private static IReadOnlyList<string> Names(X509Certificate2 certificate) =>
        certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().FirstOrDefault() is { } names
            ? [.. names.EnumerateDnsNames(), .. names.EnumerateIPAddresses().Select(name => name.ToString())]
            : [certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false)];

#pragma warning disable CA5398 // The version is read, not chosen.
    private static string Name(SslProtocols protocol) =>
        protocol switch
        {
            SslProtocols.Tls13 => "TLS 1.3",
            SslProtocols.Tls12 => "TLS 1.2",
            _ => "TLS older than 1.2",
        };
#pragma warning restore CA5398

    private List<HttpHeader> Headers()
    {
        List<HttpHeader> headers = [];
        var length = 0;
        for (var line = Line(); line.Length > 0; line = Line())
        {
            length += line.Length;
            if (length > LongestHead)
            {
                throw new IOException("the head of the answer does not end");
            }

            if (line.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon)
            {
                headers.Add(new HttpHeader(line[..colon].Trim(), line[(colon + 1)..].Trim()));
            }
        }

        return headers;
    }

    /// <summary>Reads the content, and keeps nothing of it.</summary>
    private void Pass(HttpAnswer answer)
    {
        if (answer.Status is 204 or 304)
        {
            return;
        }

        if (answer.Find("Transfer-Encoding") is { } coding && coding.Contains("chunked", StringComparison.OrdinalIgnoreCase))
        {
            while (Chunk() is > 0 and var size)
            {
                Skip(size);
                Line();
            }

            Headers();
        }
        else if (long.TryParse(answer.Find("Content-Length"), NumberStyles.None, CultureInfo.InvariantCulture, out var length))
        {
            Skip(length);
        }
        else
        {
            // It ends with the connection.
            IsKept = false;
        }
    }

    private long Chunk() =>
        long.TryParse(Line().Split(';')[0].Trim(), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var size) && size >= 0
            ? size
            : throw new IOException("a part of the answer has no length");

    private void Skip(long count)
    {
        if (count > LongestContent)
        {
            // No longer one is waited for.
            IsKept = false;
            return;
        }

        while (count > 0)
        {
            Fill();
            var taken = (int)Math.Min(count, end - start);
            start += taken;
            count -= taken;
        }
    }

    private string Line()
    {
        StringBuilder line = new();
        while (line.Length <= LongestHead)
        {
            Fill();
            var letter = (char)buffer[start++];
            if (letter == '\n')
            {
                return line.ToString().TrimEnd('\r');
            }

            line.Append(letter);
        }

        throw new IOException("a line of the answer does not end");
    }

    private void Fill()
    {
        if (start < end)
        {
            return;
        }

        (start, end) = (0, stream.Read(buffer));
        if (end == 0)
        {
            throw new IOException("the connection was closed in the middle of the answer");
        }
    }
}

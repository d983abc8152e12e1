using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using Xunit;

namespace Seaworthy.Deploying.Tests.Machine;

/// <summary>POSTs over connections that are kept, without a second try: what an ordinary client hides by asking again is counted here. Bounded, and for 127.0.0.1 alone.</summary>
internal sealed class StrictLoad : IDisposable
{
    // A hundred requests a second over each connection: more of them take the processors from what is tried.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    // With TLS, connections are made all the time: the one that meets a change of certificates counts.
    private const int MostOfTls = 50;

    private readonly CancellationTokenSource stop = new();
    private readonly IReadOnlyList<Thread> threads;
    private readonly int port;
    private readonly string? host;
    private long wellAnswered;
    private long badlyAnswered;
    private long firstBad;
    private long lastBad;

    /// <param name="port">On 127.0.0.1.</param>
    /// <param name="connections">How many at once.</param>
    /// <param name="host">The host that is asked for by TLS; null for requests without.</param>
    public StrictLoad(int port, int connections, string? host = null)
    {
        this.port = port;
        this.host = host;
        threads = [.. Enumerable.Range(0, connections).Select(_ => new Thread(Run))];
        foreach (var thread in threads)
        {
            thread.Start();
        }
    }

    /// <summary>Requests without an answer, by what happened.</summary>
    public ConcurrentDictionary<string, int> Lost { get; } = new();

    /// <summary>Answers by the version that gave them.</summary>
    public ConcurrentDictionary<string, int> Versions { get; } = new();

    /// <summary>Connections by the certificate that they were shown.</summary>
    public ConcurrentDictionary<string, int> Certificates { get; } = new();

    public long WellAnswered => Interlocked.Read(ref wellAnswered);

    public long BadlyAnswered => Interlocked.Read(ref badlyAnswered);

    /// <summary>From the first to the last answer that was not 200.</summary>
    public TimeSpan BadFor => Stopwatch.GetElapsedTime(Interlocked.Read(ref firstBad), Interlocked.Read(ref lastBad));

    /// <summary>Waits until a connection of the load was shown the certificate: with few processors, one that is exchanged again at once may be met by none.</summary>
    public void Meet(string certificate) =>
        Assert.True(
            SpinWait.SpinUntil(() => Certificates.ContainsKey(certificate), TimeSpan.FromSeconds(60)),
            $"no connection was shown {certificate}: {this}"
        );

    public void Stop()
    {
        stop.Cancel();
        foreach (var thread in threads)
        {
            thread.Join();
        }
    }

    public void Dispose()
    {
        Stop();
        stop.Dispose();
    }

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{WellAnswered} answered, {BadlyAnswered} with another code than 200 (for {BadFor.TotalMilliseconds:0} ms), lost: {Lost.Values.Sum()} {string.Join(", ", Lost)}; versions {string.Join(", ", Versions)}{(host is null ? "" : $"; connections by certificate {string.Join(", ", Certificates)}")}"
        );

    private void Run()
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                using TcpClient client = new("127.0.0.1", port) { ReceiveTimeout = 10_000, SendTimeout = 10_000 };
                Talk(client.GetStream());
            }
            catch (Exception exception) when (exception is IOException or SocketException or AuthenticationException)
            {
                Lost.AddOrUpdate(Code(exception), 1, (_, count) => count + 1);
                Thread.Sleep(20);
            }
        }
    }

    private void Talk(NetworkStream stream)
    {
        if (host is null)
        {
            Talk(stream, long.MaxValue);
            return;
        }

        using SslStream secured = new(stream, leaveInnerStreamOpen: true, (_, certificate, _, _) => certificate is not null);
        // A session that is resumed has the certificate of its beginning.
        secured.AuthenticateAsClient(new SslClientAuthenticationOptions { TargetHost = host, AllowTlsResume = false });
        Certificates.AddOrUpdate(secured.RemoteCertificate?.GetCertHashString() ?? "", 1, (_, count) => count + 1);
        Talk(secured, MostOfTls);
    }

    private void Talk(Stream stream, long most)
    {
        var request = Encoding.ASCII.GetBytes($"POST / HTTP/1.1\r\nHost: {host ?? "trial"}\r\nContent-Length: 5\r\n\r\nhello");
        using StreamReader reader = new(stream, Encoding.ASCII);
        for (var sent = 0; sent < most && !stop.IsCancellationRequested; sent++)
        {
            stream.Write(request);
            Count(reader.ReadLine() ?? throw new IOException("closed"));
            var isKept = true;
            var length = 0;
            for (var line = reader.ReadLine(); line is { Length: > 0 }; line = reader.ReadLine())
            {
                var (name, value) = (
                    line.Split(':')[0].ToLowerInvariant(),
                    line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()
                );
                isKept &= !(name == "connection" && value == "close");
                length = name == "content-length" ? int.Parse(value, CultureInfo.InvariantCulture) : length;
                if (name == "x-version")
                {
                    Versions.AddOrUpdate(value, 1, (_, count) => count + 1);
                }
            }

            for (var read = 0; read < length; read++)
            {
                reader.Read();
            }

            if (!isKept)
            {
                return;
            }

            Thread.Sleep(Pause);
        }
    }

    private void Count(string status)
    {
        if (status.Contains(" 200 ", StringComparison.Ordinal))
        {
            Interlocked.Increment(ref wellAnswered);
            return;
        }

        Interlocked.Increment(ref badlyAnswered);
        var now = Stopwatch.GetTimestamp();
        Interlocked.CompareExchange(ref firstBad, now, 0);
        Interlocked.Exchange(ref lastBad, now);
    }

    private static string Code(Exception exception) =>
        exception is SocketException socket ? socket.SocketErrorCode.ToString()
        : exception.InnerException is SocketException inner ? inner.SocketErrorCode.ToString()
        : exception.Message;
}

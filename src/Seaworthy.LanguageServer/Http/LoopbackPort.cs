using System.Net;
using System.Net.Sockets;

namespace Seaworthy.LanguageServer.Http;

/// <summary>A listener on a port of this machine that no other machine reaches.</summary>
internal static class LoopbackPort
{
    /// <summary>How often a free port is looked for: another program may take it before we do.</summary>
    private const int Tries = 20;

    // Windows lets a user listen without rights of an administrator on this name alone; who calls is checked for each request.
    private static string Host => OperatingSystem.IsWindows() ? "localhost" : "127.0.0.1";

    /// <param name="port">0 for a free one.</param>
    /// <param name="address">Where it listens: <c>127.0.0.1:8931</c>.</param>
    /// <exception cref="HttpListenerException">Another program has the port.</exception>
    public static HttpListener Open(int port, out string address)
    {
        for (var left = Tries; ; left--)
        {
            address = $"{Host}:{(port == 0 ? Free() : port)}";
            HttpListener listener = new() { IgnoreWriteExceptions = true };
            listener.Prefixes.Add($"http://{address}/");
            try
            {
                listener.Start();
                return listener;
            }
            catch (HttpListenerException) when (port == 0 && left > 0)
            {
                listener.Close();
            }
        }
    }

    private static int Free()
    {
        using TcpListener probe = new(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}

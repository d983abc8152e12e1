using System.Buffers;

namespace Seaworthy.Reading.Code;

/// <summary>Clients that speak HTTP through a socket of the machine: their requests name a host that nobody looks up.</summary>
/// <remarks>Sources: Go, <c>net.Dial</c>; Node.js, <c>http.request</c> "socketPath"; HTTPX, <c>HTTPTransport(uds=)</c>; aiohttp, <c>UnixConnector</c>; hyperlocal; .NET, <c>UnixDomainSocketEndPoint</c>.</remarks>
internal static class SocketClients
{
    private static readonly SearchValues<string> Words = SearchValues.Create(
        [
            "socketPath",
            "uds=",
            "AF_UNIX",
            "UnixConnector",
            "UnixHTTPConnection",
            "requests_unixsocket",
            "hyperlocal",
            "UnixStream::connect",
            "UnixDomainSocketEndPoint",
        ],
        StringComparison.Ordinal
    );

    public static bool Dials(string text) =>
        text.AsSpan().ContainsAny(Words)
        || (text.Contains("\"unix\"", StringComparison.Ordinal) && text.Contains("Dial", StringComparison.Ordinal));
}

using System.Buffers;

namespace Seaworthy.Reading.Code;

/// <summary>Clients that speak HTTP through a socket of the machine: their requests name a host that nobody looks up.</summary>
/// <remarks>Sources: Go, <c>net.Dial</c>; Node.js, <c>http.request</c> "socketPath"; HTTPX, <c>HTTPTransport(uds=)</c>; aiohttp, <c>UnixConnector</c>; hyperlocal; .NET, <c>UnixDomainSocketEndPoint</c>.</remarks>
internal static class SocketClients
{
    private static readonly string[] Words =
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
    ];

    private static readonly SearchValues<string> Certain = SearchValues.Create(Words, StringComparison.Ordinal);

    // Go's kind of network says so only to what dials it. Nearly no text holds any of these: one pass over it is enough.
    private static readonly SearchValues<string> Any = SearchValues.Create([.. Words, "\"unix\""], StringComparison.Ordinal);

    public static bool Dials(string text) =>
        text.AsSpan().IndexOfAny(Any) is >= 0 and var at
        && (text.AsSpan(at).ContainsAny(Certain) || text.Contains("Dial", StringComparison.Ordinal));
}

using System.Net;
using ModelContextProtocol;

namespace Seaworthy.LanguageServer.Http;

/// <summary>Why a request is not served.</summary>
/// <param name="Status">Of the response.</param>
/// <param name="Code">Of the error of JSON-RPC.</param>
/// <param name="Message">What the client may change.</param>
internal sealed record RequestRefusal(HttpStatusCode Status, string Message, int Code = (int)McpErrorCode.InvalidRequest)
{
    // What the protocol's own libraries answer.
    private const int NoSession = -32001;

    public static readonly RequestRefusal Busy = new(HttpStatusCode.ServiceUnavailable, "Too many requests are being answered: try again.");

    public static readonly RequestRefusal TooLarge = new(HttpStatusCode.RequestEntityTooLarge, "The request is too large.");

    public static readonly RequestRefusal NoMessage = new(HttpStatusCode.BadRequest, "The body is no message of JSON-RPC.");

    /// <summary>Judges a request by its head, before anything of its body is read.</summary>
    /// <param name="request">What came.</param>
    /// <param name="host">The address of this server.</param>
    /// <param name="token">What a client must know.</param>
    /// <remarks>Source: Model Context Protocol 2025-06-18, "Transports", Security Warning: check Origin against DNS rebinding, bind to localhost, authenticate.</remarks>
    public static RequestRefusal? Of(HttpListenerRequest request, string host, BearerToken token) =>
        !IPAddress.IsLoopback(request.RemoteEndPoint.Address) ? new(HttpStatusCode.Forbidden, "Only this machine is served.")
        : request.UserHostName != host ? new(HttpStatusCode.MisdirectedRequest, "The header Host names another server.")
        : request.Headers["Origin"] is { } origin && origin != "http://" + host
            ? new(HttpStatusCode.Forbidden, "Pages of other origins are not served.")
        : !token.IsIn(request.Headers["Authorization"])
            ? new(HttpStatusCode.Unauthorized, "The header Authorization: Bearer TOKEN is missing or wrong.")
        : request.Url?.AbsolutePath != LoopbackServer.Path ? new(HttpStatusCode.NotFound, $"Only {LoopbackServer.Path} is served.")
        : request.HttpMethod != "POST" ? new(HttpStatusCode.MethodNotAllowed, "Only POST is served: this server keeps no session.")
        : request.Headers["Mcp-Session-Id"] is not null ? new(HttpStatusCode.NotFound, "There is no such session.", NoSession)
        : request.ContentLength64 > LoopbackServer.LargestBody ? TooLarge
        : null;
}

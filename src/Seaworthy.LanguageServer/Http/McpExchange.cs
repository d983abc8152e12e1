using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Seaworthy.LanguageServer.Http;

/// <summary>One request over HTTP and its response.</summary>
internal sealed class McpExchange(HttpListenerContext context, ContextServer server)
{
    private const string Events = "text/event-stream";

    private readonly HttpListenerResponse response = context.Response;

    /// <summary>Reads the message, lets the server answer it, and writes the answer as one event.</summary>
    public async Task AnswerAsync(CancellationToken cancel)
    {
        try
        {
            if (await BodyAsync(cancel).ConfigureAwait(false) is not { } body)
            {
                Refuse(RequestRefusal.TooLarge);
            }
            else if (Message(body) is not { } message)
            {
                Refuse(RequestRefusal.NoMessage);
            }
            else
            {
                await AnswerAsync(message, cancel).ConfigureAwait(false);
            }
        }
        catch (Exception exception)
            when (exception is OperationCanceledException or IOException or HttpListenerException or ObjectDisposedException)
        {
            // The client went away, or the time is over.
            GiveUp();
        }
        catch (JsonException)
        {
            // A message whose parameters are not those of its method.
            Refuse(RequestRefusal.NoMessage);
        }
    }

    /// <summary>Ends the connection; a client that waits for the first line of a response gets 408.</summary>
    public void GiveUp()
    {
        try
        {
            response.StatusCode = (int)HttpStatusCode.RequestTimeout;
        }
        catch (Exception exception) when (exception is ObjectDisposedException or InvalidOperationException)
        {
            // It has begun to answer, or has ended.
        }

        response.Abort();
    }

    /// <summary>Answers with an error, and ends the connection.</summary>
    public void Refuse(RequestRefusal refusal)
    {
        try
        {
            // What is left of the body is not read.
            response.KeepAlive = false;
            response.StatusCode = (int)refusal.Status;
            response.ContentType = "application/json";
            if (refusal.Status == HttpStatusCode.Unauthorized)
            {
                response.AddHeader("WWW-Authenticate", "Bearer");
            }
            else if (refusal.Status == HttpStatusCode.MethodNotAllowed)
            {
                response.AddHeader("Allow", "POST");
            }

            response.Close(
                JsonSerializer.SerializeToUtf8Bytes(
                    new JsonRpcError
                    {
                        Error = new JsonRpcErrorDetail { Code = refusal.Code, Message = refusal.Message },
                    },
                    TypeOf<JsonRpcError>()
                ),
                willBlock: false
            );
        }
        catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException or InvalidOperationException)
        {
            response.Abort();
        }
    }

    private async Task AnswerAsync(JsonRpcMessage message, CancellationToken cancel)
    {
        if (context.Request.Headers["MCP-Protocol-Version"] is { Length: > 0 } version)
        {
            message.Context = new JsonRpcMessageContext { ProtocolVersion = version };
        }

        response.ContentType = Events;
        response.AddHeader("Cache-Control", "no-store");
        response.SendChunked = true;
        if (!await server.AnswerAsync(message, response.OutputStream, Begin, cancel).ConfigureAwait(false))
        {
            response.SendChunked = false;
            response.ContentType = null;
            response.ContentLength64 = 0;
            response.StatusCode = (int)HttpStatusCode.Accepted;
        }

        response.Close();
    }

    // Model Context Protocol 2026-07-28: some errors are the status, too.
    private ValueTask Begin(JsonRpcMessage? first)
    {
        response.StatusCode = first is JsonRpcError { Error: { } error }
            ? (McpErrorCode)error.Code switch
            {
                McpErrorCode.MethodNotFound when IsWithoutHandshake => (int)HttpStatusCode.NotFound,
                McpErrorCode.UnsupportedProtocolVersion or McpErrorCode.MissingRequiredClientCapability => (int)HttpStatusCode.BadRequest,
                _ => (int)HttpStatusCode.OK,
            }
            : (int)HttpStatusCode.OK;
        return ValueTask.CompletedTask;
    }

    private bool IsWithoutHandshake => string.CompareOrdinal(context.Request.Headers["MCP-Protocol-Version"], "2026-07-28") >= 0;

    /// <summary>The body, also where it is sent in chunks; null when it is too large.</summary>
    private async Task<byte[]?> BodyAsync(CancellationToken cancel)
    {
        using MemoryStream body = new();
        var buffer = new byte[16_384];
        while (await context.Request.InputStream.ReadAsync(buffer, cancel).ConfigureAwait(false) is > 0 and var read)
        {
            if (body.Length + read > LoopbackServer.LargestBody)
            {
                return null;
            }

            await body.WriteAsync(buffer.AsMemory(0, read), cancel).ConfigureAwait(false);
        }

        return body.ToArray();
    }

    private static JsonRpcMessage? Message(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, TypeOf<JsonRpcMessage>());
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonTypeInfo<T> TypeOf<T>() => (JsonTypeInfo<T>)McpJsonUtilities.DefaultOptions.GetTypeInfo(typeof(T));
}

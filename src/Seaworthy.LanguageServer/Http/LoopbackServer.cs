using System.Net;

namespace Seaworthy.LanguageServer.Http;

/// <summary>The server of the Model Context Protocol over HTTP, for clients on this machine that know the token.</summary>
/// <remarks>
/// It keeps no session: every request is complete, so that nothing can be taken over, guessed or heaped up.
/// Source: Model Context Protocol 2025-06-18 and 2026-07-28, "Transports", Streamable HTTP.
/// </remarks>
public sealed class LoopbackServer : IDisposable
{
    internal const string Path = "/mcp";

    /// <summary>In bytes: the most that claims may be.</summary>
    internal const int LargestBody = 10_000_000;

    // An audit takes both processors of a small machine: what comes beyond waits, and what comes beyond that is sent away.
    internal const int MostAtOnce = 16;

    private static readonly TimeSpan LongestRequest = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(1);

    private readonly HttpListener listener;
    private readonly string host;
    private readonly ContextServer server;
    private readonly BearerToken token;
    private readonly TimeSpan longestRequest;
    private readonly SemaphoreSlim places = new(MostAtOnce);

    private LoopbackServer(HttpListener listener, string host, ContextServer server, BearerToken token, TimeSpan longestRequest)
    {
        (this.listener, this.host, this.server, this.token) = (listener, host, server, token);
        this.longestRequest = longestRequest;
    }

    /// <summary>Where clients find it.</summary>
    public string Address => $"http://{host}{Path}";

    /// <summary>Begins to listen; null when the port is not to be had.</summary>
    /// <param name="port">0 for a free one.</param>
    /// <param name="server">Who answers.</param>
    /// <param name="token">What a client must know.</param>
    public static LoopbackServer? Open(int port, ContextServer server, BearerToken token) =>
        Open(port, server, token, longestRequest: null);

    /// <param name="longestRequest">After so long a request is given up, and its connection ends.</param>
    internal static LoopbackServer? Open(int port, ContextServer server, BearerToken token, TimeSpan? longestRequest)
    {
        try
        {
#pragma warning disable CA2000 // The server closes it.
            return new LoopbackServer(LoopbackPort.Open(port, out var host), host, server, token, longestRequest ?? LongestRequest);
#pragma warning restore CA2000
        }
        catch (HttpListenerException)
        {
            return null;
        }
    }

    /// <summary>Serves until it is cancelled, and gives what is being answered a second to end.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        List<Task> underWay = [];
        using var stop = cancel.Register(listener.Stop);
        while (await NextAsync(cancel).ConfigureAwait(false) is { } context)
        {
            underWay.RemoveAll(task => task.IsCompleted);
            underWay.Add(Task.Run(() => ServeAsync(context, cancel), CancellationToken.None));
        }

        await Task.WhenAny(Task.WhenAll(underWay), Task.Delay(Farewell, CancellationToken.None)).ConfigureAwait(false);
        // To close a listener that was stopped, .NET binds its port again for each prefix: another program may have it by then.
        listener.Prefixes.Clear();
    }

    public void Dispose()
    {
        listener.Close();
        places.Dispose();
    }

    private async Task<HttpListenerContext?> NextAsync(CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                return await listener.GetContextAsync().ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                // A client that went away before it was heard, or the end: the loop asks which.
            }
        }

        return null;
    }

    private async Task ServeAsync(HttpListenerContext context, CancellationToken cancel)
    {
        McpExchange exchange = new(context, server);
        if (RequestRefusal.Of(context.Request, host, token) is { } refusal)
        {
            exchange.Refuse(refusal);
            return;
        }

        if (!await places.WaitAsync(TimeSpan.Zero, CancellationToken.None).ConfigureAwait(false))
        {
            exchange.Refuse(RequestRefusal.Busy);
            return;
        }

        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            limit.CancelAfter(longestRequest);
            // A body that does not come is waited for by the socket, which no token reaches.
            using var end = limit.Token.Register(exchange.GiveUp);
            await exchange.AnswerAsync(limit.Token).ConfigureAwait(false);
        }
        finally
        {
            places.Release();
        }
    }
}

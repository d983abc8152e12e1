namespace Seaworthy.Deploying.Planning;

/// <summary>A port on which the proxy listens.</summary>
/// <param name="Port">In its container.</param>
/// <param name="Published">The port of the host that leads there; null inside the project's networks.</param>
public sealed record ProxyFrontend(string Name, int Port, bool IsHttp, PublishedPort? Published, IReadOnlyList<ProxyRoute> Routes)
{
    /// <summary>Null where bytes come as they are.</summary>
    public ProxyTls? Tls { get; init; }

    /// <summary>Null where nothing is sent elsewhere.</summary>
    public ProxyRedirect? Redirect { get; init; }
}

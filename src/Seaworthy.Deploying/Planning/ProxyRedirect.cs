namespace Seaworthy.Deploying.Planning;

/// <summary>Requests without TLS are sent to where TLS is.</summary>
/// <param name="Hosts">Those for which it is done; others are served as they come.</param>
/// <param name="Port">The published port of TLS.</param>
public sealed record ProxyRedirect(IReadOnlyList<string> Hosts, int Port)
{
    /// <summary>Those of them whose certificates are ordered: the server asks here, without TLS, whether they are ours. Null where there is none.</summary>
    public IReadOnlyList<string>? Ordered { get; init; }
}

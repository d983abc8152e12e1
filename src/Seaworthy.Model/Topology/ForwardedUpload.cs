using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>Uploads that reach a component through a proxy.</summary>
/// <param name="Proxy">Null for nginx on the host itself, without a container.</param>
/// <param name="Target">Null where the component runs on the same host.</param>
/// <param name="Path">Where the proxy takes them: the location that lets the most through.</param>
/// <param name="Limit">Bytes of a request that the proxy lets through; null for any number.</param>
/// <param name="LimitAt">Where it says so; null for what nginx does by itself.</param>
/// <param name="Accepted">Bytes of a file that the component takes.</param>
/// <param name="AcceptedAt">The chain of places that say so.</param>
/// <param name="Span">Where the proxy passes the requests on.</param>
public sealed record ForwardedUpload(
    Workload? Proxy,
    Workload? Target,
    string Path,
    long? Limit,
    SourceSpan? LimitAt,
    long Accepted,
    IReadOnlyList<SourceSpan> AcceptedAt,
    SourceSpan Span
)
{
    public bool IsRefused => Limit < Accepted;

    /// <summary>The proxy as a report names it.</summary>
    public required string ProxyName { get; init; }

    /// <summary>What accepts the files, as a report names it.</summary>
    public required string TargetName { get; init; }
}

using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>Uploads that reach a component through a proxy.</summary>
/// <param name="Path">Where the proxy takes them: the location that lets the most through.</param>
/// <param name="Limit">Bytes of a request that the proxy lets through; null for any number.</param>
/// <param name="LimitAt">Where it says so; null for what nginx does by itself.</param>
/// <param name="Accepted">Bytes of a file that the component takes.</param>
/// <param name="AcceptedAt">The chain of places that say so.</param>
/// <param name="Span">Where the proxy passes the requests on.</param>
public sealed record ForwardedUpload(
    Workload Proxy,
    Workload Target,
    string Path,
    long? Limit,
    SourceSpan? LimitAt,
    long Accepted,
    IReadOnlyList<SourceSpan> AcceptedAt,
    SourceSpan Span
)
{
    public bool IsRefused => Limit < Accepted;
}

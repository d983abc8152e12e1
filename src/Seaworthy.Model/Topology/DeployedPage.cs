using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A single-page application, or the client side of a Next.js application, that is deployed and sends requests.</summary>
/// <param name="Place">What deploys it.</param>
/// <param name="Calls">Its requests to localhost, and to others without TLS, by address.</param>
public sealed record DeployedPage(Component Component, SourceSpan Place, IReadOnlyList<CalledAddress> Calls)
{
    /// <summary>What serves the page; null where a platform's file alone says that it is deployed.</summary>
    public Workload? Workload { get; init; }
}

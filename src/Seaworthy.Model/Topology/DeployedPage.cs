using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A single-page application that is deployed and sends requests.</summary>
/// <param name="Place">What deploys it.</param>
/// <param name="Loopback">Its requests to localhost, by address.</param>
public sealed record DeployedPage(Component Component, SourceSpan Place, IReadOnlyList<LoopbackCall> Loopback)
{
    /// <summary>What serves the page; null where a platform's file alone says that it is deployed.</summary>
    public Workload? Workload { get; init; }
}

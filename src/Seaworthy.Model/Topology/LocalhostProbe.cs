using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A health check asks nginx at <c>localhost</c> by BusyBox's wget, which takes the first address of that name: the one of IPv6.</summary>
/// <param name="Listen">Where nginx says on which addresses of that port it listens.</param>
/// <param name="ListensOnSix">One of them is of IPv6.</param>
public sealed record LocalhostProbe(Workload Workload, Probe Probe, SourceSpan Listen, bool ListensOnSix);

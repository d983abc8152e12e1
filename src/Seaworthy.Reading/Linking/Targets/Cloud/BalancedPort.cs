using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Targets.Cloud;

/// <summary>The container and port that a load balancer leads to, and how it asks whether that is well.</summary>
internal sealed record BalancedPort(Fact<string> Container, Fact<int>? Port, Probe? Probe, SourceSpan Span);

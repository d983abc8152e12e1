using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Kubernetes;

/// <summary>Another number of replicas for a workload.</summary>
public sealed record KustomizeReplicas(Fact<string> Name, Fact<int>? Count, SourceSpan Span);

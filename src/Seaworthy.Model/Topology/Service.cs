namespace Seaworthy.Model.Topology;

/// <summary>The same workload across targets: <c>backend</c> in compose, in Kubernetes and on fly.</summary>
public sealed record Service(string Name, IReadOnlyList<Workload> Workloads);

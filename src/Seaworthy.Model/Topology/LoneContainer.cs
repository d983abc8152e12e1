namespace Seaworthy.Model.Topology;

/// <summary>The container of an image with a health check that no target runs, as <c>docker run</c> starts it.</summary>
public sealed record LoneContainer(Workload Workload);

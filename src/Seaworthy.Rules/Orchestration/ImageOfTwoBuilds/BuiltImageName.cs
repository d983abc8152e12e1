using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>The name of an image that a compose project builds, and the services that build it.</summary>
/// <param name="Name">With its tag, after interpolation.</param>
/// <param name="Builders">In the order of the project; each may run beside another of them.</param>
internal sealed record BuiltImageName(string Name, IReadOnlyList<Workload> Builders)
{
    /// <summary>The first builder with a different build than the first one; null if all are the same.</summary>
    public Workload? Other { get; init; }
}

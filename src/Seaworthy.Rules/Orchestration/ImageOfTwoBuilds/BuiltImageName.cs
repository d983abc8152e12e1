using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A name that a compose project gives to an image which it builds, and the services that build it.</summary>
/// <param name="Name">With its tag, after interpolation.</param>
/// <param name="Builders">In the order of the project; each may run beside another of them.</param>
internal sealed record BuiltImageName(string Name, IReadOnlyList<Workload> Builders)
{
    /// <summary>The first of those that build something else than the first builder; null where all builds are the same.</summary>
    public Workload? Other { get; init; }
}

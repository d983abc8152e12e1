using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Engine.Environments;

/// <summary>An environment: what is deployed together for one purpose.</summary>
/// <param name="Name">As the repository calls it: <c>production</c>, <c>prod-seoul</c>; <c>default</c> for what starts when nobody says which.</param>
/// <param name="Purpose">What it is for; unstated where nothing tells.</param>
/// <param name="Targets">What declares it.</param>
/// <param name="Because">Why it is taken for that, with the places.</param>
public sealed record MatrixColumn(
    string Name,
    TargetEnvironment Purpose,
    IReadOnlyList<Target> Targets,
    IReadOnlyList<Fact<string>> Because
)
{
    public IEnumerable<Workload> Workloads => Targets.SelectMany(target => target.Workloads);

    /// <summary>Somebody relies on it.</summary>
    public bool IsRelied => Purpose is TargetEnvironment.Production or TargetEnvironment.Staging;
}

using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>Compose targets with the same unset variables.</summary>
internal sealed record UnsetVariables(IReadOnlyList<Target> Targets, IReadOnlyList<Fact<string>> Places)
{
    public IReadOnlyList<string> Names => [.. Places.Select(place => place.Value).Distinct(StringComparer.Ordinal)];
}

using Seaworthy.Model;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Targets.Compose;

namespace Seaworthy.Reading.Linking.Targets;

/// <summary>Every declaration of something to run to targets and their workloads.</summary>
internal static class TargetLinker
{
    public static IReadOnlyList<Target> Link(Deployment deployment) => [.. ComposeTargets.Link(deployment)];
}

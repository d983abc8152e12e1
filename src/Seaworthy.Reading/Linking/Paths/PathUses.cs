using Seaworthy.Model;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.CommandUses;
using Seaworthy.Reading.Linking.Compose;
using Seaworthy.Reading.Linking.Images;
using Seaworthy.Reading.Linking.Images.Starts;
using Seaworthy.Reading.Linking.Kubernetes;
using Seaworthy.Reading.Linking.Monitoring;
using Seaworthy.Reading.Linking.Pipelines;
using Seaworthy.Reading.Linking.Platforms;

namespace Seaworthy.Reading.Linking.Paths;

/// <summary>Every path that a file names, whatever names it.</summary>
internal static class PathUses
{
    public static IReadOnlyList<PathUse> Link(Deployment deployment) =>
        [
            .. ImagePaths.Find(deployment),
            .. BuildCommandPaths.Find(deployment),
            .. StartPaths.Find(deployment),
            .. ComposePaths.Find(deployment),
            .. CommandPathUses.Find(deployment),
            .. PipelinePaths.Find(deployment),
            .. KustomizationPaths.Find(deployment),
            .. MonitoringPaths.Find(deployment),
            .. PlatformPaths.Find(deployment),
        ];
}

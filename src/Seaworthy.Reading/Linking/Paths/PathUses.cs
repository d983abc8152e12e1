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
    private static readonly IReadOnlyList<Func<Deployment, IEnumerable<PathUse>>> Finders =
    [
        ImagePaths.Find,
        BuildCommandPaths.Find,
        StartPaths.Find,
        ComposePaths.Find,
        CommandPathUses.Find,
        PipelinePaths.Find,
        KustomizationPaths.Find,
        MonitoringPaths.Find,
        PlatformPaths.Find,
    ];

    public static IReadOnlyList<PathUse> Link(Deployment deployment) =>
        [.. SideBySide.Select(Finders, find => find(deployment).ToList()).SelectMany(found => found)];
}

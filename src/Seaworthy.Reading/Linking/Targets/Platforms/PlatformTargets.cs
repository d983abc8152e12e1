using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Processes;

namespace Seaworthy.Reading.Linking.Targets.Platforms;

/// <summary>Turns the settings of platforms into targets.</summary>
internal static class PlatformTargets
{
    public static IEnumerable<Target> Link(Deployment deployment, ListeningLinker listening)
    {
        PlatformWorkloads workloads = new(deployment, listening);
        return
        [
            .. FlyTargets.Link(deployment, workloads),
            .. RenderTargets.Link(deployment, workloads),
            .. RailwayTargets.Link(deployment, workloads),
            .. ProcfileTargets.Link(deployment, workloads),
            .. HerokuTargets.Link(deployment, workloads),
            .. KamalTargets.Link(deployment, workloads),
        ];
    }

    public static Target Target(SourceFile file, TargetKind kind, IReadOnlyList<Workload> workloads) =>
        new()
        {
            Name = file.Path,
            Kind = kind,
            Environment = EnvironmentOf(file),
            Files = [file],
            Workloads = workloads,
        };

    /// <summary>What is given to a platform is meant for users, unless the file's name says otherwise.</summary>
    public static TargetEnvironment EnvironmentOf(SourceFile file) =>
        EnvironmentName.Of(file.Path) is not TargetEnvironment.Unstated and var stated ? stated : TargetEnvironment.Production;
}

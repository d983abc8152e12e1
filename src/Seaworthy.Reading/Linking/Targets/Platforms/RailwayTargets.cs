using Seaworthy.Model;
using Seaworthy.Model.Declared.Platforms;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Targets.Platforms;

/// <summary>Services on Railway.</summary>
/// <remarks>Source: Railway documentation, "Config as Code Reference", "Healthchecks": the check asks the port that PORT tells.</remarks>
internal static class RailwayTargets
{
    public static IEnumerable<Target> Link(Deployment deployment, PlatformWorkloads workloads) =>
        deployment
            .Of<RailwayConfig>()
            .Select(railway => PlatformTargets.Target(railway.File, TargetKind.Railway, [Workload(railway, workloads)]));

    private static Workload Workload(RailwayConfig railway, PlatformWorkloads workloads)
    {
        var image = workloads.ImageBuiltAt(railway.DockerfilePath?.Span ?? railway.Builder?.Span ?? railway.File.Whole);
        var workload = new Workload
        {
            Name = railway.File.Directory.Length == 0 ? "app" : railway.File.Directory,
            TargetName = railway.File.Path,
            Kind = TargetKind.Railway,
            Environment = PlatformTargets.EnvironmentOf(railway.File),
            Span = railway.StartCommand?.Span ?? railway.File.Whole,
            Image = image,
            Components = image is null ? workloads.ComponentsStarted(railway.File.Directory, railway.StartCommand) : [],
            Start = PlatformWorkloads.Start(railway.StartCommand, image),
            PortAssignedBy = railway.StartCommand is null && image is null ? null : "Railway",
            Probes = railway.HealthcheckPath is { } path
                ?
                [
                    new Probe
                    {
                        Origin = "Railway health check",
                        Kind = ProbeKind.Http,
                        Span = path.Span,
                        Path = path.Value.Split('?')[0],
                    },
                ]
                : [],
            IsOneShot = railway.CronSchedule is not null,
        };
        return workloads.Complete(workload, []);
    }
}

using Seaworthy.Model;
using Seaworthy.Model.Declared.Platforms;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Targets.Platforms;

/// <summary>Services of Render Blueprints; data stores and static sites run nothing of ours.</summary>
/// <remarks>Source: Render documentation, "Blueprint YAML Reference", "Web Services", "Port binding".</remarks>
internal static class RenderTargets
{
    public static IEnumerable<Target> Link(Deployment deployment, PlatformWorkloads workloads) =>
        deployment
            .Of<RenderBlueprint>()
            .Select(blueprint =>
                PlatformTargets.Target(
                    blueprint.File,
                    TargetKind.Render,
                    [.. blueprint.Services.Where(RunsCode).Select(service => Workload(blueprint, service, workloads))]
                ) with
                {
                    // Services of one region reach each other by their names.
                    ExternalHosts = HostNames.Of(blueprint.Services.Select(service => service.Name?.Value).OfType<string>()),
                }
            );

    private static bool RunsCode(RenderService service) =>
        service.Type?.Value is "web" or "pserv" or "worker" or "cron" && service.Runtime?.Value is not "static";

    private static Workload Workload(RenderBlueprint blueprint, RenderService service, PlatformWorkloads workloads)
    {
        var image = service.Runtime?.Value is "docker" ? workloads.ImageBuiltAt(service.Span) : null;
        var isNative = service.Runtime?.Value is not ("docker" or "image");
        var workload = new Workload
        {
            Name = service.Name?.Value ?? service.Type?.Value ?? "",
            TargetName = blueprint.File.Path,
            Kind = TargetKind.Render,
            Environment = PlatformTargets.EnvironmentOf(blueprint.File),
            Span = service.Name?.Span ?? service.Span,
            Image = image,
            Reference = service.Image is { } reference
                ? new Fact<Resolved>(Resolved.Known(reference.Value, reference.Span), reference.Span)
                : null,
            Public = service.Image is { } known ? PublicImages.Find(known.Value) : null,
            Components = isNative
                ? workloads.ComponentsStarted(
                    RepositoryPath.Join("", service.RootDir?.Value ?? blueprint.File.Directory),
                    service.StartCommand
                )
                : [],
            Start = PlatformWorkloads.Start(isNative ? service.StartCommand : service.DockerCommand, image),
            // Render finds another port than PORT by itself, as long as something listens on all addresses.
            Probes = service.HealthCheckPath is { } path
                ?
                [
                    new Probe
                    {
                        Origin = "Render health check",
                        Kind = ProbeKind.Http,
                        Span = path.Span,
                        Path = path.Value.Split('?')[0],
                    },
                ]
                : [],
            Mounts = service.DiskMountPath is { } disk
                ? [new Mount(MountKind.Volume, service.DiskName?.Value, disk.Value, false, disk.Span)]
                : [],
            IsOneShot = service.Type?.Value is "cron",
        };
        return workloads.Complete(workload, service.EnvVars);
    }
}

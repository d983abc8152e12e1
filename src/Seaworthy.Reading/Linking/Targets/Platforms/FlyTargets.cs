using Seaworthy.Model;
using Seaworthy.Model.Declared.Platforms;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Targets.Platforms;

/// <summary>Apps on Fly.io: one workload for each process group.</summary>
/// <remarks>Source: Fly.io documentation, "App configuration (fly.toml)".</remarks>
internal static class FlyTargets
{
    private const string DefaultGroup = "app";

    public static IEnumerable<Target> Link(Deployment deployment, PlatformWorkloads workloads) =>
        deployment.Of<FlyConfig>().Select(fly => PlatformTargets.Target(fly.File, TargetKind.Fly, [.. Workloads(fly, workloads)]));

    private static IEnumerable<Workload> Workloads(FlyConfig fly, PlatformWorkloads workloads)
    {
        IReadOnlyList<FlyProcess?> groups = fly.Processes.Count > 0 ? [.. fly.Processes] : [null];
        return groups.Select(group => workloads.Complete(Workload(fly, group, workloads), fly.Env));
    }

    private static Workload Workload(FlyConfig fly, FlyProcess? group, PlatformWorkloads workloads)
    {
        var name = group?.Name.Value ?? DefaultGroup;
        var image = workloads.ImageBuiltAt(fly.Build?.Span ?? fly.App?.Span ?? fly.File.Whole);
        var services = fly.Services.Where(service => LeadsTo(service.Processes, name)).ToList();
        var checks = fly.Checks.Where(check => LeadsTo(check.Processes, name));
        return new Workload
        {
            Name = name == DefaultGroup ? fly.App?.Value ?? name : name,
            TargetName = fly.File.Path,
            Kind = TargetKind.Fly,
            Environment = PlatformTargets.EnvironmentOf(fly.File),
            Span = group?.Name.Span ?? fly.App?.Span ?? fly.File.Whole,
            Image = image,
            Reference = fly.Build?.Image is { } reference
                ? new Fact<Resolved>(Resolved.Known(reference.Value, reference.Span), reference.Span)
                : null,
            Public = fly.Build?.Image is { } known ? PublicImages.Find(known.Value) : null,
            Components = image is null ? workloads.ComponentsIn(fly.File.Directory) : [],
            Start = PlatformWorkloads.Start(group?.Command, image),
            Ports = [.. services.Select(service => Port(fly, service)).OfType<PortBinding>()],
            Probes =
            [
                .. services.SelectMany(service => service.Checks.Select(check => Probe(check, service.InternalPort?.Value))),
                .. checks.Select(check => Probe(check, check.Port?.Value)),
            ],
            Mounts =
            [
                .. fly
                    .Mounts.Where(mount => LeadsTo(mount.Processes, name))
                    .Where(mount => mount.Destination is not null)
                    .Select(mount => new Mount(MountKind.Volume, mount.Source?.Value, mount.Destination?.Value ?? "", false, mount.Span)),
            ],
        };
    }

    private static bool LeadsTo(IReadOnlyList<Fact<string>> processes, string group) =>
        processes.Count == 0 ? group == DefaultGroup : processes.Any(process => process.Value == group);

    private static PortBinding? Port(FlyConfig fly, FlyService service) =>
        service.InternalPort is { } port
            ? new PortBinding(
                null,
                port.Value,
                null,
                service.Protocol?.Value is "udp" ? "udp" : "tcp",
                $"{fly.File.Name} leads to",
                port.Span
            )
            : null;

    private static Probe Probe(FlyCheck check, int? port) =>
        new()
        {
            Origin = "fly check",
            Kind = check.Path is not null || check.Kind == "http" ? ProbeKind.Http : ProbeKind.Tcp,
            Span = check.Path?.Span ?? check.Span,
            Port = port,
            Path = check.Path?.Value.Split('?')[0],
            Method = check.Method?.Value.ToUpperInvariant() ?? "GET",
        };
}

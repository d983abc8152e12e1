using Seaworthy.Model;
using Seaworthy.Model.Declared.Platforms;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Targets.Platforms;

/// <summary>Applications that Kamal runs on servers: one workload for each role.</summary>
/// <remarks>Sources: Kamal documentation, "Roles", "Proxy" (port 80 and <c>/up</c> where nothing is written); Thruster, README: it listens on port 80.</remarks>
internal static class KamalTargets
{
    private const int UsualPort = 80;
    private const string UsualPath = "/up";

    public static IEnumerable<Target> Link(Deployment deployment, PlatformWorkloads workloads) =>
        from kamal in deployment.Of<KamalConfig>()
        where !kamal.UsesBuildpacks
        let image = workloads.ImageBuiltAt(kamal.Dockerfile?.Span ?? kamal.Image?.Span ?? kamal.File.Whole)
        where image is not null
        let more = MoreBecause(deployment, kamal)
        select PlatformTargets.Target(
            kamal.File,
            TargetKind.Kamal,
            [.. kamal.Roles.Select(role => Workload(kamal, role, image, workloads) with { SuppliesMoreBecause = more })]
        ) with
        {
            ExternalHosts = HostNames.Of(kamal.Accessories),
        };

    /// <summary>A file for one destination says what differs there.</summary>
    private static string? MoreBecause(Deployment deployment, KamalConfig kamal) =>
        kamal.HasTags ? "tags give servers variables"
        : deployment
            .Tree.FilesIn(kamal.File.Directory)
            .Select(file => RepositoryPath.NameOf(file.Path))
            .FirstOrDefault(name => name.StartsWith("deploy.", StringComparison.Ordinal) && name != kamal.File.Name)
            is { } other
            ? $"{other} may set more for its destination"
        : null;

    private static Workload Workload(KamalConfig kamal, KamalRole role, Image image, PlatformWorkloads workloads)
    {
        var workload = workloads.Complete(
            new Workload
            {
                Name = role.Name.Value,
                TargetName = kamal.File.Path,
                Kind = TargetKind.Kamal,
                Environment = PlatformTargets.EnvironmentOf(kamal.File),
                Span = role.Name.Span,
                Image = image,
                Start = Start(role, image),
                Ports = role.IsProxied
                    ?
                    [
                        new PortBinding(
                            null,
                            kamal.AppPort?.Value ?? UsualPort,
                            null,
                            "tcp",
                            "kamal-proxy leads to",
                            kamal.AppPort?.Span ?? role.Name.Span
                        ),
                    ]
                    : [],
                Probes = role.IsProxied
                    ?
                    [
                        new Probe
                        {
                            Origin = "check of kamal-proxy",
                            Kind = ProbeKind.Http,
                            Span = kamal.HealthPath?.Span ?? role.Name.Span,
                            Port = kamal.AppPort?.Value ?? UsualPort,
                            Path = kamal.HealthPath?.Value.Split('?')[0] ?? UsualPath,
                        },
                    ]
                    : [],
                Mounts = [.. kamal.Volumes.Select(Mount).OfType<Mount>()],
            },
            [.. kamal.Environment, .. role.Environment]
        );
        // Thruster stands before the server, on a port of its own.
        return workload.Start?.Whole.Any(command => RepositoryPath.NameOf(command.Program) == "thrust") is true
            ? workload with
            {
                Listens = ListeningPorts.Unknown("Thruster listens for it"),
            }
            : workload;
    }

    /// <summary>The command of a role is what the entry point of the image is given.</summary>
    private static ProcessStart? Start(KamalRole role, Image image) =>
        role.Command is { } command && image.Final.Entrypoint is { } entry
            ? new ProcessStart([.. entry.Commands, .. command.Commands], image.Final.WorkingDirectory, command.Span)
            {
                Text = $"{entry.Raw} {command.Text.Value}",
            }
            : PlatformWorkloads.Start(role.Command, image);

    /// <summary>A name is a volume, a path one of the server.</summary>
    private static Mount? Mount(Fact<string> volume)
    {
        if (volume.Value.Split(':') is not [var source, ['/', ..] path, ..])
        {
            return null;
        }

        var isReadOnly = volume.Value.EndsWith(":ro", StringComparison.Ordinal);
        return source is ['/' or '.', ..]
            ? new Mount(MountKind.Bind, null, path, isReadOnly, volume.Span)
            : new Mount(MountKind.Volume, source, path, isReadOnly, volume.Span);
    }
}

using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Kubernetes;
using Seaworthy.Reading.Readers.Monitoring;

namespace Seaworthy.Reading.Linking.Monitoring;

/// <summary>Which workloads see which files of one kind: mounted, by themselves or with their directory, or copied into their image.</summary>
internal static class MountedFiles
{
    // Where images look for their configuration, for those that are built around one.
    private static readonly string[] Homes =
    [
        "/etc/prometheus",
        "/etc/alertmanager",
        "/etc/otelcol",
        "/etc/otelcol-contrib",
        "/etc/otel",
        "/etc/loki",
        "/etc/promtail",
    ];

    // In the names of images that load such files.
    private static readonly string[] Tools =
    [
        "prom",
        "alertmanager",
        "grafana",
        "otel",
        "opentelemetry",
        "collector",
        "loki",
        "tempo",
        "mimir",
        "alloy",
        "agent",
        "thanos",
        "cortex",
        "victoria",
        "vm",
        "vector",
        "fluent",
    ];

    public static IEnumerable<MountedFile> Find<T>(Deployment deployment)
        where T : Artifact
    {
        var artifacts = deployment.Of<T>().ToList();
        return deployment.Targets.SelectMany(target =>
            target.Workloads.SelectMany(workload =>
                artifacts.SelectMany(artifact => Of(target, workload, artifact)).Concat(OfTexts<T>(target, workload))
            )
        );
    }

    private static IEnumerable<MountedFile> OfTexts<T>(Target target, Workload workload)
        where T : Artifact =>
        from mount in workload.Mounts
        from text in mount.Files
        let artifact = MountedArtifact.Read<T>(text, MonitoringReaders.All)
        where artifact is not null
        select new MountedFile(target, workload, artifact, text.Path, mount.Span);

    private static IEnumerable<MountedFile> Of(Target target, Workload workload, Artifact artifact)
    {
        var path = artifact.File.Path;
        foreach (var mount in workload.Mounts.Where(mount => mount.Kind == MountKind.Bind))
        {
            if (mount.Source == path)
            {
                yield return new MountedFile(target, workload, artifact, mount.Path, mount.Span);
            }
            else if (
                mount.Source is { } directory
                && RepositoryPath.Below(directory, path) is var below
                && below != path
                && (mount.Path.StartsWith("/etc/", StringComparison.Ordinal) || IsOfMonitoring(workload))
            )
            {
                yield return new MountedFile(target, workload, artifact, $"{mount.Path.TrimEnd('/')}/{below}", mount.Span);
            }
        }

        foreach (var home in Homes)
        {
            var copied = $"{home}/{artifact.File.Name}";
            if (
                workload.Image is { } image
                && image.Final.Files.Find(copied) is { Presence: Presence.Present, Actual: { } source, Because: { } place }
                && source == path
            )
            {
                yield return new MountedFile(target, workload, artifact, copied, place);
            }
        }
    }

    /// <summary>A whole directory may be mounted for other reasons: a job that migrates a database has no use for what Prometheus reads.</summary>
    private static bool IsOfMonitoring(Workload workload) =>
        (workload.Reference?.Value.Text ?? workload.Image?.Final.PublicBase?.Name) is not { } image
        || Tools.Any(tool => image.Contains(tool, StringComparison.OrdinalIgnoreCase));
}

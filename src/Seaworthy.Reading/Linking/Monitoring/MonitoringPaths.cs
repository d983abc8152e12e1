using Seaworthy.Model;
using Seaworthy.Model.Declared.Monitoring;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Monitoring;

/// <summary>Files that the configurations of monitoring tools name, looked for where the container sees them.</summary>
internal static class MonitoringPaths
{
    public static IEnumerable<PathUse> Find(Deployment deployment) =>
        PrometheusFiles
            .Find(deployment)
            .SelectMany(file => ((PrometheusConfig)file.Artifact).RuleFiles.Select(path => Use(deployment, file, path)))
            .Concat(
                MountedFiles
                    .Find<GrafanaProvisioning>(deployment)
                    .SelectMany(file =>
                        ((GrafanaProvisioning)file.Artifact)
                            .Dashboards.Select(entry => entry.Path)
                            .OfType<Fact<string>>()
                            .Select(path => Use(deployment, file, path))
                    )
            )
            .OfType<PathUse>();

    private static PathUse? Use(Deployment deployment, MountedFile file, Fact<string> path)
    {
        var directory = file.Path[..Math.Max(0, file.Path.LastIndexOf('/'))];
        if (
            path.Value.Length == 0
            || path.Value.Contains('$', StringComparison.Ordinal)
            || ImagePath.Join(directory, path.Value) is not { } full
            || (IsPattern(path.Value) && !MayMatch(deployment.Tree, full))
        )
        {
            return null;
        }

        return new PathUse(PathRole.MonitoringFile, path.Value, path.Span, file.Workload.Name, Look(deployment, file.Workload, full))
        {
            From = $"{directory} in {file.Workload.Name}",
            FromSpan = file.Place,
        };
    }

    private static bool IsPattern(string path) => path.AsSpan().ContainsAny('*', '?', '[');

    /// <summary>A pattern may match nothing, and nobody misses rules that were never written.</summary>
    private static bool MayMatch(RepositoryTree tree, string pattern)
    {
        var directory = ImagePath.NameOf(ImagePath.Parent(pattern));
        return tree.Files.Any(file =>
            (file.Path.EndsWith(".yml", StringComparison.Ordinal) || file.Path.EndsWith(".yaml", StringComparison.Ordinal))
            && (
                RepositoryPath.NameOf(RepositoryPath.Parent(file.Path)) == directory
                || RepositoryPath.NameOf(file.Path).Contains("rule", StringComparison.OrdinalIgnoreCase)
                || RepositoryPath.NameOf(file.Path).Contains("alert", StringComparison.OrdinalIgnoreCase)
            )
        );
    }

    /// <summary>Something mounted at the path, or above it, or below the fixed part of a pattern.</summary>
    private static PathAnswer Look(Deployment deployment, Workload workload, string path)
    {
        var pattern = path.AsSpan().IndexOfAny('*', '?', '[') is var hole and >= 0 ? path[..path.LastIndexOf('/', hole)] : path;
        // The innermost mount hides the others.
        foreach (var mount in workload.Mounts.OrderByDescending(mount => mount.Path.Length))
        {
            var at = mount.Path.TrimEnd('/');
            if (at == path || at.StartsWith(pattern + "/", StringComparison.Ordinal) || at == pattern)
            {
                return new PathAnswer(Presence.Present, path);
            }

            if (pattern.StartsWith(at + "/", StringComparison.Ordinal))
            {
                var source = mount is { Kind: MountKind.Bind, Source: { } root } ? $"{root}{pattern[at.Length..]}".TrimStart('/') : null;
                return source is null || pattern != path || deployment.Tree.Has(source)
                    ? new PathAnswer(Presence.Present, path)
                    : new PathAnswer(Presence.Absent, source);
            }
        }

        return workload.Image is { } image ? image.Final.Files.Find(pattern)
            : workload.Public is null ? new PathAnswer(Presence.Unknown, path, Why: "its image is not built here")
            : new PathAnswer(Presence.Absent, path);
    }
}

using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>The volume that a data store is to have for itself.</summary>
internal static class OwnVolume
{
    /// <summary>What to do with a mount that misses the data: a volume that is the store's alone is moved, anything else is left as it is.</summary>
    public static string InPlaceOf(Mount astray, string place, string path, Workload store, Deployment deployment) =>
        IsItsOwn(astray, store, deployment)
            ? $"Mount it at {place} in {astray.Span}"
            : $"{Add(path, store, deployment)}, and leave {astray.Span} as it is";

    /// <summary><c>Mount a named volume of its own: `db_data:/var/lib/postgresql/data`…</c></summary>
    public static string Add(string path, Workload store, Deployment deployment) =>
        $"Mount a named volume of its own, `{FreeName(store, deployment)}:{path}`, at {store.Span}, and declare it below `volumes:`";

    // Two stores in one directory wreck each other, and what stands in a directory of the repository is somebody else's.
    public static bool IsItsOwn(Mount mount, Workload store, Deployment deployment) =>
        mount.Kind == MountKind.Volume
        && !deployment.Workloads.Any(other =>
            other.Span != store.Span
            && other.Span.File == store.Span.File
            && other.Mounts.Any(use => use.Kind == MountKind.Volume && use.Source == mount.Source)
        );

    private static string FreeName(Workload store, Deployment deployment)
    {
        var taken = deployment
            .Workloads.Where(other => other.Span.File == store.Span.File)
            .SelectMany(other => other.Mounts)
            .Select(mount => mount.Source)
            .ToHashSet(StringComparer.Ordinal);
        return new[] { $"{store.Name}_data", $"{store.Name}_store" }.FirstOrDefault(name => !taken.Contains(name))
            ?? $"{store.Name}_own_data";
    }
}

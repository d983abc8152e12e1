using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Capabilities;

/// <summary>Whether what data stores keep on volumes is copied away: by schedule, off the machine, and so that it can be brought back.</summary>
internal static class StoreBackups
{
    private static readonly string[] DumpWords =
    [
        "pg_dump",
        "pg_basebackup",
        "mysqldump",
        "mariadb-dump",
        "mongodump",
        "wal-g",
        "pgbackrest",
    ];

    public static IEnumerable<Capability> Find(DeployedParts parts)
    {
        var stores = parts
            .Stores.Where(store => IsKept(store) && (parts.Scale.IsDeployed || IsMeantToStay(store)))
            .DistinctBy(store => store.Name)
            .ToList();
        if (stores.Count == 0)
        {
            yield break;
        }

        var copies = BackupEvidence.Of(parts);
        var missed = stores.Where(store => !copies.Cover(store)).Select(store => new Fact<string>(store.Name, store.Span)).ToList();
        var why = copies.Places.Count > 0 ? null : Doubt(parts);
        List<Fact<string>> wanting = copies.Places.Count == 0 ? missed : [.. copies.Wanting(stores[0].Span), .. missed];
        yield return new Capability(
            CapabilityKind.StoreBackup,
            copies.Places.Count == 0
                ? why is null
                    ? CapabilityLevel.Absent
                    : CapabilityLevel.Unknown
                : wanting.Count > 0
                    ? CapabilityLevel.Partial
                    : CapabilityLevel.Present,
            string.Join(", ", stores.Select(store => store.Name)),
            missed is [var first, ..] ? first.Span : stores[0].Span
        )
        {
            Evidence = copies.Places,
            Wanting = wanting,
            UnknownBecause = why,
        };
    }

    private static bool IsKept(Workload store) =>
        store.Mounts.Any(mount => mount is { Kind: MountKind.Volume or MountKind.Bind, IsReadOnly: false } && HoldsData(store, mount));

    /// <summary>It lies where the image keeps its data, or where a setting may have moved them. A script for the first start is no data, and a file that the image does not read moves none.</summary>
    private static bool HoldsData(Workload store, Mount mount) =>
        store is not { Public: { DataPaths.Count: > 0 } image, SuppliesMoreBecause: null }
        || mount.Path.TrimEnd('/') is var at
            && (
                image.DataPaths.Any(path => IsAround(at, path) || IsAround(path, at))
                || store.Start?.Text.Contains(at, StringComparison.Ordinal) is true
                || store.Supplied.Any(variable =>
                    (image.DataVariables.Count == 0 || image.DataVariables.Contains(variable.Name))
                    && (variable.Value.Text is not { } value || value.Contains(at, StringComparison.Ordinal))
                )
            );

    private static bool IsAround(string above, string path) => path == above || path.StartsWith(above + "/", StringComparison.Ordinal);

    // What restarts with its machine is more than a trial, although nothing says how it came there.
    private static bool IsMeantToStay(Workload store) => store.Restart?.Value is "always" or "unless-stopped";

    private static string? Doubt(DeployedParts parts) =>
        parts.Signs.BackupProgram is { } program ? $"{program.File.Path} may back it up, and is not read"
        : parts.Signs.Infrastructure is { } other ? $"{other.File.Path} may back it up, and is not read"
        : WordSearch.First(
            parts.Deployment.Artifacts.Where(artifact => !DeployedParts.IsAside(artifact.File)).Select(artifact => artifact.File),
            DumpWords
        )
            is { } word
            ? $"{word.File.Path} names a backup program, but its use there is unknown"
        : null;
}

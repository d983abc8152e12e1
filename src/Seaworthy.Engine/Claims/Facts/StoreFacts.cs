using Seaworthy.Model.Topology;

namespace Seaworthy.Engine.Claims.Facts;

/// <summary>Whether the data of a known store is kept in a volume.</summary>
internal static class StoreFacts
{
    private static readonly string[] Keeping = ["volume", "persist", "mount"];

    public static ClaimFact? Of(AskedClaim asked) =>
        asked.Claim.Kind == RiskKinds.DataLost && Array.Exists(Keeping, word => asked.Claim.Text.Contains(word, StringComparison.Ordinal))
            ? asked
                .Deployment.Workloads.Where(workload => asked.Names(workload.Name) && asked.IsNear(workload.Span))
                .Select(Kept)
                .FirstOrDefault(fact => fact is not null)
            : null;

    private static ClaimFact? Kept(Workload workload) =>
        workload.Mounts.FirstOrDefault(mount =>
            mount is { Kind: MountKind.Volume or MountKind.Bind, Source: not null, IsReadOnly: false }
            && workload.Public?.DataPaths.Any(path => mount.Inside(path) is not null) == true
        )
            is { } mount
            ? ClaimFact.Refuted($"{workload.Name} keeps {mount.Path} in {mount.Source}.", mount.Span, workload.Name)
            : null;
}

using System.Globalization;
using Seaworthy.Model.Topology;

namespace Seaworthy.Engine.Environments;

/// <summary>What keeps a service up: health checks, replicas, limits, restarts. A safeguard that development has and production lacks has been forgotten; the other way round it was added.</summary>
internal static class SafeguardRows
{
    private const string Image = "HEALTHCHECK";

    public static MatrixRow? Health(IReadOnlyList<Sighting> sightings)
    {
        // An image pulled under a name of the repository's own may hold the check that its Dockerfile gives it.
        var isOwn = sightings.Any(sighting => sighting.Workload?.Probes.Any(probe => probe.Origin == Image) is true);
        return Safeguard(
            Aspect.Health,
            [.. sightings.Where(sighting => !isOwn || sighting.Workload is null or { Image: not null } or { Probes.Count: > 0 })],
            sightings,
            workload => workload.Probes.Count > 0 ? (Check(workload.Probes[0]), workload.Probes[0].Span) : (null, null),
            "nobody notices when it hangs"
        );
    }

    public static MatrixRow? Replicas(IReadOnlyList<Sighting> sightings)
    {
        var cells = sightings
            .Select(sighting =>
                sighting.Cell(workload => (workload.Replicas?.Value.ToString(CultureInfo.InvariantCulture), workload.Replicas?.Span))
            )
            .ToList();
        var stated = cells.Where(cell => cell.Place is not null).Select(cell => cell.Text).Distinct().ToList();
        return stated is [null] or []
            ? null
            : new MatrixRow(Aspect.Replicas, "", cells, stated.Count > 1 ? Difference.Intended : Difference.None, "");
    }

    public static MatrixRow? Limits(IReadOnlyList<Sighting> sightings) =>
        Safeguard(
            Aspect.Limits,
            sightings,
            sightings,
            workload =>
                (Limit(workload), (workload.Resources.MemoryLimit ?? workload.Resources.ProcessorLimit)?.Span ?? workload.ResourceLimits),
            "it can take all of its machine"
        );

    public static MatrixRow? Restart(IReadOnlyList<Sighting> sightings) =>
        sightings.Any(sighting => sighting.Workload is { Kind: not TargetKind.Compose })
            ? null
            : Safeguard(
                Aspect.Restart,
                sightings,
                sightings,
                workload =>
                    workload.Restart is { Value: not "no" } restart ? (restart.Value, restart.Span) : (null, workload.Restart?.Span),
                "nothing starts it again when it ends"
            );

    /// <param name="aspect">Which.</param>
    /// <param name="judged">The sightings of which it is certain whether they have it.</param>
    /// <param name="all">Every sighting.</param>
    /// <param name="tell">What a workload has; no text where it has nothing.</param>
    /// <param name="because">What the lack of it means.</param>
    private static MatrixRow? Safeguard(
        Aspect aspect,
        IReadOnlyList<Sighting> judged,
        IReadOnlyList<Sighting> all,
        Func<Workload, (string? Text, Model.Source.SourceSpan? Place)> tell,
        string because
    )
    {
        var cells = all.Select(sighting => sighting.Cell(tell)).ToList();
        var there = cells.Where(cell => cell.Place is not null).Select(cell => cell.Text).Distinct().ToList();
        if (there is [null] or [])
        {
            return null;
        }

        var lacking = judged.FirstOrDefault(sighting =>
            // A rehearsal may be smaller than what it rehearses; it should notice the same.
            (aspect == Aspect.Health ? sighting.IsRelied : sighting.Column.Purpose == TargetEnvironment.Production)
            && sighting is { Workload: { IsOneShot: false, Profiles.Count: 0, Kind: TargetKind.Compose or TargetKind.Kubernetes } workload }
            && tell(workload).Text is null
        );
        return there.Count == 1 ? new MatrixRow(aspect, "", cells, Difference.None, "")
            : lacking is null ? new MatrixRow(aspect, "", cells, Difference.Intended, "")
            : new MatrixRow(aspect, "", cells, Difference.Drift, $"{lacking.Column.Name} lacks it: {because}");
    }

    private static string Check(Probe probe) =>
        probe.Kind switch
        {
            ProbeKind.Http => $"{probe.Method} {probe.Path ?? "/"}",
            ProbeKind.Tcp => "a connection",
            ProbeKind.Grpc => "gRPC",
            _ => "a command",
        };

    private static string? Limit(Workload workload) => Amounts(workload.Resources) ?? (workload.ResourceLimits is null ? null : "limited");

    private static string? Amounts(WorkloadResources resources)
    {
        var parts = new[]
        {
            resources.ProcessorLimit is { } cpu ? string.Create(CultureInfo.InvariantCulture, $"{cpu.Value:0.###} CPU") : null,
            resources.MemoryLimit is { } memory ? string.Create(CultureInfo.InvariantCulture, $"{memory.Value:0.#} MiB") : null,
        };
        var text = string.Join(", ", parts.OfType<string>());
        return text.Length > 0 ? text : null;
    }
}

using Seaworthy.Model;

namespace Seaworthy.Engine.Environments;

/// <summary>Everything in which the environments of one service are held against each other.</summary>
internal sealed class ServiceRows(Deployment deployment)
{
    private readonly PresenceRow presence = new(deployment);
    private readonly VariableRows variables = new(deployment);

    public IReadOnlyList<MatrixRow> Of(MatrixService service, IReadOnlyList<MatrixColumn> columns)
    {
        var sightings = columns.Zip(service.Workloads, (column, workload) => new Sighting(column, workload)).ToList();
        IEnumerable<MatrixRow?> rows = [presence.Of(sightings)];
        if (sightings.Count(sighting => sighting.Workload is not null) > 1)
        {
            rows =
            [
                .. rows,
                ImageRow.Of(sightings),
                ProcessRows.Port(sightings),
                ProcessRows.Exposure(sightings),
                SafeguardRows.Health(sightings),
                SafeguardRows.Replicas(sightings),
                SafeguardRows.Limits(sightings),
                SafeguardRows.Restart(sightings),
                .. variables.Of(sightings),
            ];
        }

        return [.. rows.OfType<MatrixRow>()];
    }
}

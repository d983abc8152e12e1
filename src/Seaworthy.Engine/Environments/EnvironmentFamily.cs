using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Engine.Environments;

/// <summary>
/// Environments that are variants of each other: the compose files of one directory, the overlays of one base, the configurations of one app; and what else runs the same
/// services on another platform.
/// </summary>
internal sealed record EnvironmentFamily(string Name, IReadOnlyList<MatrixColumn> Columns)
{
    public static IReadOnlyList<EnvironmentFamily> Of(Deployment deployment)
    {
        EnvironmentNaming naming = new(deployment);
        var drafts = deployment
            .Targets.Where(IsMeant)
            .Select(naming.Of)
            .OfType<NamedTarget>()
            .Concat(new SettingsFiles(deployment).Find().Where(settings => IsMeant(settings.Target)))
            .GroupBy(target => new { target.Target.Kind, target.Family })
            .Select(family => Draft(family.Key.Family, [.. family], naming))
            .ToList();
        var whole = drafts.Where(IsWhole).ToList();
        return Rest([.. drafts.Except(whole).SelectMany(family => family.Columns)]) is { } rest ? [.. whole, rest] : whole;
    }

    // Tests are environments too, but nobody holds them against production.
    private static bool IsMeant(Target target) =>
        target.Workloads.Count > 0
        && target.Environment != TargetEnvironment.Test
        && (target.PartialBecause is null || target.Kind != TargetKind.Compose)
        && target.Files[^1].Path is var path
        && !FilePurposes.Has(path, FilePurpose.Aside);

    private static EnvironmentFamily Draft(string name, IReadOnlyList<NamedTarget> targets, EnvironmentNaming naming)
    {
        var settled = naming.Settle(targets);
        var columns = settled
            .GroupBy(target => target.Column, StringComparer.Ordinal)
            .Select(column => new MatrixColumn(
                column.Key,
                column.First().Purpose,
                [.. column.Select(target => target.Target)],
                [.. column.SelectMany(target => target.Because).DistinctBy(fact => fact.Value)]
            ));
        return new EnvironmentFamily(name, Related([.. columns.OrderBy(column => (int)column.Purpose)]));
    }

    // Overlays of which none says what it is for are variants of something else than environments; two files for one purpose are two apps, or one that is described twice.
    private static bool IsWhole(EnvironmentFamily family) =>
        family.Columns.Count > 1
        && family.Columns.Any(column => column.Purpose != TargetEnvironment.Unstated)
        && (
            family.Columns[0].Targets[0].Kind == TargetKind.Kubernetes
            || family.Columns.Select(column => column.Purpose).Distinct().Count() > 1
        );

    /// <summary>Without the environments that run nothing of what the others run.</summary>
    private static IReadOnlyList<MatrixColumn> Related(IReadOnlyList<MatrixColumn> columns)
    {
        var services = ServiceMatching.Of(columns);
        var related = columns.Where((_, index) => services.Any(service => IsShared(service, index))).ToList();
        // Of one that stands alone, another platform may run the same.
        return related.Count > 1 ? related : columns;
    }

    private static bool IsShared(MatrixService service, int index) =>
        service.Workloads[index] is not null && service.Workloads.Where((other, at) => at != index && other is not null).Any();

    /// <summary>What stands alone of its kind, held against what runs the same source on another platform for another purpose.</summary>
    private static EnvironmentFamily? Rest(IReadOnlyList<MatrixColumn> alone)
    {
        // A single file says of itself what it is for, or it is not known.
        var stated = alone
            .Where(column => column.Purpose != TargetEnvironment.Unstated && column.Targets[0].Kind != TargetKind.Script)
            .OrderBy(column => (int)column.Purpose)
            .ToList();
        var related = stated
            .Where(column => stated.Exists(other => other.Purpose != column.Purpose && SharesSource(column, other)))
            .ToList();
        return related.Count == 0
            ? null
            : new EnvironmentFamily(
                "",
                [
                    .. related.Select(column =>
                        related.Exists(other => !ReferenceEquals(other, column) && other.Name == column.Name)
                            ? column with
                            {
                                Name = $"{column.Name} ({column.Targets[0].Name})",
                            }
                            : column
                    ),
                ]
            );
    }

    private static bool SharesSource(MatrixColumn one, MatrixColumn other) =>
        one
            .Workloads.SelectMany(workload => workload.Components)
            .Select(component => component.Root)
            .Intersect(other.Workloads.SelectMany(workload => workload.Components).Select(component => component.Root))
            .Any();
}

using Seaworthy.Deploying.Planning;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Migrations;
using Seaworthy.Model.Topology;

namespace Seaworthy.Deploying.Verifying.Databases;

/// <summary>The migrations of a project: those that lie where one of its services is built from, or in what one of them mounts. Others belong to something else of the repository.</summary>
/// <param name="History">As the model reads it.</param>
/// <param name="Indexes">Indexes that its files create, and that none of them may take away.</param>
public sealed record DeclaredHistory(MigrationHistory History, IReadOnlyList<CreatedIndex> Indexes)
{
    /// <param name="deployment">What was read.</param>
    /// <param name="root">The directory of the repository, absolute.</param>
    /// <param name="project">The project.</param>
    public static IReadOnlyList<DeclaredHistory> Of(Deployment deployment, string root, ProjectDefinition project)
    {
        ArgumentNullException.ThrowIfNull(deployment);
        ArgumentNullException.ThrowIfNull(project);
        var places = ProjectPlaces.Of(root, project);
        return
        [
            .. deployment
                .Migrations.Where(history => history is { Files.Count: > 0, LeftOutBy: null } && places.Hold(history.Directory))
                .Select(history => new DeclaredHistory(history, IndexesOf(history))),
        ];
    }

    private static IReadOnlyList<CreatedIndex> IndexesOf(MigrationHistory history) =>
        [
            .. history
                .Files.SelectMany(file =>
                    file.CreatedIndexes.Where(index =>
                        !history.Files.Any(other =>
                            other != file && (other.DroppedNames.Contains(index.Name) || other.DroppedNames.Contains(index.Table))
                        )
                    )
                )
                .DistinctBy(index => index.Name, StringComparer.Ordinal),
        ];
}

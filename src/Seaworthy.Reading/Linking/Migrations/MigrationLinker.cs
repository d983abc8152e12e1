using Seaworthy.Model;
using Seaworthy.Model.Declared.Migrations;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Migrations;

/// <summary>Migration files to histories, and the places that run them.</summary>
internal static class MigrationLinker
{
    public static IReadOnlyList<MigrationHistory> Link(Deployment deployment)
    {
        var files = deployment
            .Of<MigrationFile>()
            .Where(file => !ScriptLocations.IsParked(deployment, file))
            .Where(file =>
                !FilePurposes.Has(file.File.Directory + "/", FilePurpose.Retired) && !FilePurposes.Has(file.File.Path, FilePurpose.Shown)
            )
            .ToList();
        MigrationParents parents = new(deployment.Tree, files);
        MigrationRuns runs = new(deployment);
        MigrationToolNames names = new(deployment);
        var histories = files
            .Where(file => file.IsUp)
            .GroupBy(file => new { file.Tool, file.Series })
            .OrderBy(group => group.Key.Series, StringComparer.Ordinal)
            .ThenBy(group => (int)group.Key.Tool)
            .Select(group => History(deployment, group.Key.Tool, group.Key.Series, [.. group], parents, runs, names));
        return [.. histories, .. runs.WithoutFiles(), .. UndeployedSchemas.Of(deployment, runs.Of(MigrationTool.Prisma))];
    }

    private static MigrationHistory History(
        Deployment deployment,
        MigrationTool tool,
        string series,
        IReadOnlyList<MigrationFile> files,
        MigrationParents parents,
        MigrationRuns runs,
        MigrationToolNames names
    ) =>
        new()
        {
            Tool = tool,
            Directory = series,
            Files = [.. files.OrderBy(file => file.File.Path, StringComparer.Ordinal)],
            Component = deployment
                .Components.Where(component => component.Contains(series))
                .OrderByDescending(component => component.Root.Length)
                .FirstOrDefault(),
            MissingParents = [.. files.SelectMany(parents.Missing)],
            Heads = parents.Heads(tool, files),
            RunBy = runs.Of(tool),
            IsToolNamed = names.IsNamed(tool),
            MayRunOtherwise = runs.MayRunOtherwise(tool),
            ColumnChangedAt = tool == MigrationTool.Alembic ? VersionColumn.Change(deployment) : null,
            LeftOutBy = tool == MigrationTool.Alembic ? ScriptLocations.Without(deployment, series) : null,
        };
}

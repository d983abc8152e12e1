using Seaworthy.Model;
using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Declared.Migrations;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Migrations;

/// <summary>Migration files to histories, and the places that run them.</summary>
internal static class MigrationLinker
{
    private static readonly string[] ColumnWords = ["version_num", "version_table_impl"];

    public static IReadOnlyList<MigrationHistory> Link(Deployment deployment)
    {
        var files = deployment
            .Of<MigrationFile>()
            .Where(file => SidePlace.RetiredIn(file.File.Directory + "/") is null && SidePlace.SampleIn(file.File.Path) is null)
            .ToList();
        MigrationParents parents = new(deployment.Tree, files);
        MigrationRuns runs = new(deployment);
        var histories = files
            .Where(file => file.IsUp)
            .GroupBy(file => new { file.Tool, file.Series })
            .OrderBy(group => group.Key.Series, StringComparer.Ordinal)
            .ThenBy(group => group.Key.Tool)
            .Select(group => History(deployment, group.Key.Tool, group.Key.Series, [.. group], parents, runs));
        return [.. histories, .. runs.WithoutFiles()];
    }

    private static MigrationHistory History(
        Deployment deployment,
        MigrationTool tool,
        string series,
        IReadOnlyList<MigrationFile> files,
        MigrationParents parents,
        MigrationRuns runs
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
            MayRunOtherwise = runs.MayRunOtherwise(tool),
            ColumnChangedAt = tool == MigrationTool.Alembic ? ColumnChange(deployment) : null,
        };

    /// <summary>Any mention counts: env.py makes the table itself, a migration or a script alters it.</summary>
    /// <remarks>Source: Alembic documentation, "Cookbook"; <c>MigrationContext</c>, <c>version_table_impl</c>.</remarks>
    private static SourceSpan? ColumnChange(Deployment deployment)
    {
        foreach (var artifact in deployment.Artifacts.Where(artifact => artifact is not Document))
        {
            var text = artifact.File.Text;
            foreach (var word in ColumnWords)
            {
                if (text.IndexOf(word, StringComparison.Ordinal) is >= 0 and var at)
                {
                    return new SourceSpan(artifact.File, at, word.Length);
                }
            }
        }

        return null;
    }
}

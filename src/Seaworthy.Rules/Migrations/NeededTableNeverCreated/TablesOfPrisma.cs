using Seaworthy.Model;
using Seaworthy.Model.Declared.Migrations;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Migrations;

/// <summary>Models of a Prisma schema, and the tables that its migrations create.</summary>
/// <remarks>Source: Prisma documentation, "prisma migrate deploy": it applies the migrations that are there, and does not look at the schema.</remarks>
internal static class TablesOfPrisma
{
    public static IEnumerable<NeededTable> Link(Deployment deployment) =>
        from history in deployment.Migrations
        where history is { Tool: MigrationTool.Prisma, LeftOutBy: null, Files.Count: > 0, RunBy.Count: > 0 }
        where history.RunBy.Any(run => run.Value.Contains("deploy", StringComparison.Ordinal))
        let schema = Schema(deployment, history)
        where schema is { Tables.Count: > 0, Provider.Value: not "mongodb" }
        let created = Created(history)
        let missing = schema.Tables.Where(table => !created.Contains(table.Value)).ToList()
        select new NeededTable(
            schema.File.Path,
            [.. schema.Tables.Select(table => table.Value)],
            missing.Count > 0 ? missing[0].Span : schema.Tables[0].Span,
            "npx prisma migrate dev --name add_tables"
        )
        {
            Directory = history.Directory,
            Missing = [.. missing.Select(table => table.Value)],
            Effect = "each query of it fails with P2021, `The table does not exist`",
            RunBy = history.RunBy[0].Span,
            // Most of the schema is not in the migrations: they may begin on a database that was there.
            UndecidedBecause =
                missing.Count * 2 > schema.Tables.Count ? "the migrations may begin on an existing database" : Pushed(deployment),
        };

    /// <summary>The schema beside the directory of migrations.</summary>
    private static MigrationConfiguration? Schema(Deployment deployment, MigrationHistory history) =>
        deployment
            .Of<MigrationConfiguration>()
            .FirstOrDefault(file =>
                file.Tool == MigrationTool.Prisma
                && file.File.Directory == RepositoryPath.Parent(history.Directory)
                && file.File.Name == "schema.prisma"
            );

    private static HashSet<string> Created(MigrationHistory history) =>
        history
            .Files.SelectMany(file => file.CreatedTables.Select(table => table.Value).Concat(file.OtherNames))
            .Select(name => name[(name.LastIndexOf('.') + 1)..])
            .ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static string? Pushed(Deployment deployment) =>
        deployment
            .Commands.Where(site => site.Command.Text.Contains("prisma db push", StringComparison.Ordinal))
            .Select(site => $"{site.Span} pushes the schema")
            .FirstOrDefault();
}

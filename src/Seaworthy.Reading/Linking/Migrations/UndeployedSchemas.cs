using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Migrations;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Declared.Sql;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Migrations;

/// <summary>The schema of Prisma that <c>prisma migrate deploy</c> is to bring to the database, where no migration is in the repository.</summary>
/// <remarks>Source: Prisma documentation, "prisma migrate deploy": it applies the migrations of the directory, and does not look at the schema.</remarks>
internal static class UndeployedSchemas
{
    public static IEnumerable<MigrationHistory> Of(Deployment deployment, IReadOnlyList<Fact<string>> runs)
    {
        // Another tool, or an existing database, may be where the tables come from.
        if (deployment.Of<MigrationFile>().Any() || deployment.Of<SqlScript>().Any(script => script.Tables.Any()))
        {
            return [];
        }

        var schemas = deployment.Of<MigrationConfiguration>().Where(IsSchema).Take(2).ToList();
        var isByHand = runs.Count == 0;
        IReadOnlyList<Fact<string>> all = isByHand ? ByHand(deployment) : runs;
        return schemas is [var schema] && all.Any(IsDeploy) && !all.Any(IsOtherWay) && Directory(schema) is var directory
            ?
            [
                new MigrationHistory
                {
                    Tool = MigrationTool.Prisma,
                    Directory = directory,
                    Files = [],
                    RunBy = [.. all.Where(IsDeploy)],
                    IsRunByHand = isByHand,
                    IgnoredBecause = deployment.Tree.WhyIgnored($"{directory}/20250101000000_init/migration.sql")?.Span,
                },
            ]
            : [];
    }

    private static bool IsSchema(MigrationConfiguration file) =>
        file is { Tool: MigrationTool.Prisma, Tables.Count: > 0, Provider.Value: not "mongodb" }
        && file.File.Name == "schema.prisma"
        && !FilePurposes.Has(file.File.Path, FilePurpose.Shown);

    private static string Directory(MigrationConfiguration schema) =>
        schema.File.Directory.Length == 0 ? "migrations" : $"{schema.File.Directory}/migrations";

    /// <summary>Scripts of <c>package.json</c> that nothing here calls.</summary>
    private static IReadOnlyList<Fact<string>> ByHand(Deployment deployment) =>
        [
            .. deployment
                .Of<PackageJson>()
                .SelectMany(package => package.Scripts)
                .SelectMany(script => script.Commands, (script, command) => new { script, command })
                .Where(pair => KnownCommand.Of(pair.command).OfType<MigrationCommand>().Any(command => command.Tool == "prisma"))
                .Where(pair => IsDeploy(pair.command.Text))
                .Select(pair => new Fact<string>(pair.command.Text, pair.script.Span)),
        ];

    private static bool IsDeploy(Fact<string> run) => IsDeploy(run.Value);

    private static bool IsDeploy(string command) => command.Contains("migrate deploy", StringComparison.Ordinal);

    private static bool IsOtherWay(Fact<string> run) => !IsDeploy(run);
}

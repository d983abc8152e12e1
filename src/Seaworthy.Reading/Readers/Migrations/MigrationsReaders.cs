using Seaworthy.Reading.Readers.Migrations.Code;
using Seaworthy.Reading.Readers.Migrations.Configurations;
using Seaworthy.Reading.Readers.Migrations.Sql;

namespace Seaworthy.Reading.Readers.Migrations;

/// <summary>The readers of database migrations.</summary>
internal static class MigrationsReaders
{
    public static IReadOnlyList<Reader> All { get; } =
    [
        new SqlMigrationReader(),
        new AlembicReader(),
        new DjangoReader(),
        new EntityFrameworkReader(),
        new JavaScriptMigrationReader(),
        new StampedMigrationReader(),
        new DrizzleJournalReader(),
        new PrismaSchemaReader(),
        new TomlConfigurationReader(),
        new AlembicIniReader(),
        new ScriptConfigurationReader(),
        new LiquibaseReader(),
        new AlembicEnvironmentReader(),
    ];
}

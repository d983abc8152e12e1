using Seaworthy.Model.Declared.Migrations;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Readers.Migrations.Configurations;

/// <summary>Recognises Liquibase changelogs, so that a component is known to have migrations. Their change sets are not read.</summary>
internal sealed class LiquibaseReader : Reader
{
    private static readonly string[] Endings = [".xml", ".yaml", ".yml", ".json"];

    public override bool Accepts(string path) =>
        path.Contains("changelog", StringComparison.OrdinalIgnoreCase)
        && Endings.Any(ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    public override Artifact? Read(FileSyntax file) =>
        file.File.Text.Contains("databaseChangeLog", StringComparison.Ordinal)
            ? new MigrationConfiguration(file.File, MigrationTool.Liquibase) { Directory = new Fact<string>(".", file.File.Whole) }
            : null;
}

namespace Seaworthy.Model.Declared.Migrations;

/// <summary>How a sentence calls a tool.</summary>
public static class MigrationToolTitle
{
    public static string Of(MigrationTool tool) =>
        tool switch
        {
            MigrationTool.Sqlx => "sqlx",
            MigrationTool.TypeOrm => "TypeORM",
            MigrationTool.GolangMigrate => "golang-migrate",
            MigrationTool.Goose => "goose",
            MigrationTool.EntityFramework => "Entity Framework",
            MigrationTool.PlainSql => "the script that runs them",
            _ => tool.ToString(),
        };
}

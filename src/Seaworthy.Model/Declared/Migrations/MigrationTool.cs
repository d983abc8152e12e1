namespace Seaworthy.Model.Declared.Migrations;

/// <summary>A tool that changes a database's schema step by step.</summary>
public enum MigrationTool
{
    Alembic,
    Django,
    Diesel,
    Sqlx,
    Prisma,
    Knex,
    TypeOrm,
    Sequelize,
    Drizzle,
    Flyway,
    Liquibase,
    GolangMigrate,
    Goose,
    EntityFramework,
    Rails,
    Laravel,

    /// <summary>SQL files in a folder of migrations that no tool's naming claims.</summary>
    PlainSql,
}

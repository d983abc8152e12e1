namespace Seaworthy.Model.Declared.Migrations;

/// <summary>A tool that changes a database's schema step by step.</summary>
public enum MigrationTool
{
    Alembic,
    Django,
    Diesel,

    /// <summary>No file says so: its steps look like <see cref="PlainSql"/> or <see cref="GolangMigrate"/>, and the crate's dependencies tell.</summary>
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
    Ecto,
    Laravel,

    /// <summary>SQL files in a folder of migrations in a form that several tools share: sqlx, refinery, Supabase, dbmate, or a script of one's own.</summary>
    PlainSql,
}

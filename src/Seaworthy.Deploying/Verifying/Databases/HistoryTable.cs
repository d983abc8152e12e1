using Seaworthy.Model.Declared.Migrations;

namespace Seaworthy.Deploying.Verifying.Databases;

/// <summary>The table in which a tool writes down which migrations it applied.</summary>
/// <param name="Tool">The tool, as the model names it.</param>
/// <param name="Name">The table.</param>
/// <param name="Columns">What names the migration; Django needs two.</param>
internal sealed record HistoryTable(MigrationTool Tool, string Name, params IReadOnlyList<string> Columns)
{
    /// <summary>It holds the newest migration alone.</summary>
    public bool HoldsNewestOnly { get; init; }

    /// <summary>A column that is true for a migration that was applied to its end.</summary>
    public string? Done { get; init; }

    /// <summary>A column that is true for a migration that failed in the middle.</summary>
    public string? Dirty { get; init; }

    /// <summary>A column that holds a time once the migration was applied to its end.</summary>
    public string? FinishedAt { get; init; }

    /// <summary>A column that holds a time once the migration was taken back.</summary>
    public string? UndoneAt { get; init; }

    /// <summary>Its names tell their order, and nobody but the repository writes some: one beyond the newest file is of another release.</summary>
    public bool IsOrdered { get; init; }

    /// <summary>Every column that is of use.</summary>
    public IEnumerable<string> Wanted => Columns.Concat(new[] { Done, Dirty, FinishedAt, UndoneAt }.OfType<string>());

    /// <remarks>
    /// Sources: the documentation of each tool, and the statements with which it makes its table: Alembic, Django, Prisma, Flyway, Rails, golang-migrate, sqlx, Diesel, Knex, TypeORM,
    /// Sequelize, Drizzle, Ecto, goose, Entity Framework Core, Laravel, dbmate, refinery.
    /// </remarks>
    public static IReadOnlyList<HistoryTable> All { get; } =
    [
        new(MigrationTool.Alembic, "alembic_version", "version_num") { HoldsNewestOnly = true },
        new(MigrationTool.Django, "django_migrations", "app", "name"),
        new(MigrationTool.Prisma, "_prisma_migrations", "migration_name")
        {
            FinishedAt = "finished_at",
            UndoneAt = "rolled_back_at",
            IsOrdered = true,
        },
        new(MigrationTool.Flyway, "flyway_schema_history", "version") { Done = "success" },
        new(MigrationTool.Flyway, "refinery_schema_history", "version"),
        new(MigrationTool.Rails, "schema_migrations", "version") { IsOrdered = true },
        new(MigrationTool.Ecto, "schema_migrations", "version") { IsOrdered = true },
        new(MigrationTool.GolangMigrate, "schema_migrations", "version") { HoldsNewestOnly = true, Dirty = "dirty" },
        new(MigrationTool.GolangMigrate, "_sqlx_migrations", "version") { Done = "success", IsOrdered = true },
        new(MigrationTool.Sqlx, "_sqlx_migrations", "version") { Done = "success", IsOrdered = true },
        new(MigrationTool.PlainSql, "_sqlx_migrations", "version") { Done = "success", IsOrdered = true },
        new(MigrationTool.PlainSql, "schema_migrations", "version") { IsOrdered = true },
        new(MigrationTool.Diesel, "__diesel_schema_migrations", "version") { IsOrdered = true },
        new(MigrationTool.Knex, "knex_migrations", "name") { IsOrdered = true },
        new(MigrationTool.TypeOrm, "migrations", "timestamp") { IsOrdered = true },
        new(MigrationTool.Sequelize, "SequelizeMeta", "name") { IsOrdered = true },
        new(MigrationTool.Drizzle, "__drizzle_migrations", "hash"),
        new(MigrationTool.Goose, "goose_db_version", "version_id") { IsOrdered = true },
        new(MigrationTool.EntityFramework, "__EFMigrationsHistory", "MigrationId") { IsOrdered = true },
        new(MigrationTool.Laravel, "migrations", "migration"),
    ];
}

using Seaworthy.Model.Declared.Migrations;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Readers;
using Seaworthy.Reading.Readers.Migrations.Sql;
using Xunit;

namespace Seaworthy.Tests.Reading.Readers.Migrations;

public sealed class SqlMigrationReaderTests
{
    [Theory]
    [InlineData("db/migration/V1_2__add_users.sql", MigrationTool.Flyway, "1_2", "add_users", "db/migration", true)]
    [InlineData("db/migration/U1_2__add_users.sql", MigrationTool.Flyway, "1_2", "add_users", "db/migration", false)]
    [InlineData(
        "prisma/migrations/20240101120000_init/migration.sql",
        MigrationTool.Prisma,
        "20240101120000_init",
        "init",
        "prisma/migrations",
        true
    )]
    [InlineData(
        "api/migrations/2024-01-01-120000_users/up.sql",
        MigrationTool.Diesel,
        "2024-01-01-120000",
        "users",
        "api/migrations",
        true
    )]
    [InlineData(
        "api/migrations/2024-01-01-120000_users/down.sql",
        MigrationTool.Diesel,
        "2024-01-01-120000",
        "users",
        "api/migrations",
        false
    )]
    [InlineData("migrations/000001_init.up.sql", MigrationTool.GolangMigrate, "000001", "init", "migrations", true)]
    [InlineData("migrations/000001_init.down.sql", MigrationTool.GolangMigrate, "000001", "init", "migrations", false)]
    [InlineData("migrations/20230101_init.sql", MigrationTool.PlainSql, "20230101", "init", "migrations", true)]
    public void The_path_tells_tool_order_and_direction(string path, MigrationTool tool, string id, string title, string series, bool isUp)
    {
        var migration = Read(path, "SELECT 1;");

        Assert.Equal((tool, id, title, series, isUp), (migration.Tool, migration.Id, migration.Title, migration.Series, migration.IsUp));
    }

    [Theory]
    [InlineData("db/seed.sql")]
    [InlineData("queries/report.sql")]
    public void Other_SQL_is_no_migration(string path)
    {
        Assert.False(new SqlMigrationReader().Accepts(path));
    }

    [Theory]
    [InlineData("DROP TABLE IF EXISTS a, b", RiskyOperationKind.DropTable, "a", null)]
    [InlineData("ALTER TABLE public.\"Users\" DROP COLUMN \"age\"", RiskyOperationKind.DropColumn, "public.Users", "age")]
    [InlineData("alter table t rename to u", RiskyOperationKind.RenameTable, "t", "u")]
    [InlineData("ALTER TABLE t RENAME COLUMN a TO b", RiskyOperationKind.RenameColumn, "t", "a")]
    [InlineData("ALTER TABLE t ADD COLUMN IF NOT EXISTS n int NOT NULL", RiskyOperationKind.AddRequiredColumnWithoutDefault, "t", "n")]
    [InlineData("ALTER TABLE t ALTER COLUMN n SET NOT NULL", RiskyOperationKind.SetNotNull, "t", "n")]
    [InlineData("ALTER TABLE t ALTER COLUMN n TYPE bigint", RiskyOperationKind.ChangeColumnType, "t", "n")]
    [InlineData("CREATE UNIQUE INDEX i ON t (n)", RiskyOperationKind.CreateIndexInPlace, "t", "i")]
    [InlineData("TRUNCATE TABLE t", RiskyOperationKind.Truncate, "t", null)]
    [InlineData("UPDATE t SET n = 1", RiskyOperationKind.ChangeEveryRow, "t", null)]
    public void Operations_that_ask_for_care_are_found_with_their_place(string sql, RiskyOperationKind kind, string table, string? target)
    {
        var operation = Read("migrations/1_x.sql", "-- a comment; DROP TABLE z\n" + sql + ";\n").RiskyOperations[0];

        Assert.Equal((kind, table, target), (operation.Kind, operation.Table, operation.Target));
        Assert.Equal((sql, 2), (operation.Span.Text, operation.Span.StartLine));
    }

    [Theory]
    [InlineData("CREATE TABLE t (id int); CREATE INDEX i ON t (id); ALTER TABLE t ADD n int NOT NULL")]
    [InlineData("CREATE INDEX CONCURRENTLY i ON t (n)")]
    [InlineData("ALTER TABLE t ADD COLUMN n int NOT NULL DEFAULT 0")]
    [InlineData("ALTER TABLE t DROP CONSTRAINT c")]
    [InlineData("ALTER TABLE t ALTER COLUMN n DROP DEFAULT")]
    [InlineData("ALTER TABLE t ADD CONSTRAINT c CHECK (n IS NOT NULL)")]
    [InlineData("ALTER TABLE t DROP PROJECTION p")]
    [InlineData("CREATE MATERIALIZED VIEW t AS SELECT a FROM b; DROP TABLE t")]
    [InlineData("DELETE FROM t WHERE n = 1")]
    [InlineData("CREATE FUNCTION f() RETURNS void AS $$ BEGIN DELETE FROM t; DROP TABLE t; END $$ LANGUAGE plpgsql")]
    [InlineData("INSERT INTO t VALUES ('x; DROP TABLE t')")]
    public void Harmless_operations_stay_silent(string sql)
    {
        Assert.Empty(Read("migrations/1_x.sql", sql).RiskyOperations);
    }

    [Fact]
    public void A_file_with_both_ways_is_judged_by_the_way_up()
    {
        var migration = Read("migrations/1_x.sql", "-- +goose Up\nCREATE TABLE t (id int);\n-- +goose Down\nDROP TABLE t;\n");

        Assert.Equal((MigrationTool.Goose, true), (migration.Tool, migration.HasDown));
        Assert.Empty(migration.RiskyOperations);
        Assert.Equal("CREATE TABLE t", Assert.Single(migration.CreatedTables).Span.Text);
    }

    [Theory]
    [InlineData("-- nothing here\n", true)]
    [InlineData("-- This file should undo anything in `up.sql`\n", true)]
    [InlineData("BEGIN; COMMIT;", true)]
    [InlineData("CREATE EXTENSION pgcrypto;", false)]
    public void A_step_without_statements_is_empty(string sql, bool isEmpty)
    {
        Assert.Equal(isEmpty, Read("migrations/1_x.sql", sql).IsEmpty);
    }

    [Fact]
    public void A_script_cut_off_anywhere_is_read_without_fail()
    {
        const string Sql =
            "CREATE TABLE \"a\" (b text DEFAULT 'it''s');/* c */ ALTER TABLE [dbo].[t] DROP COLUMN `x`, ADD y int NOT NULL; DO $x$ BEGIN END $x$; -- end";
        for (var length = 0; length <= Sql.Length; length++)
        {
            var migration = Read("migrations/1_x.sql", Sql[..length]);
            Assert.All(migration.RiskyOperations, operation => Assert.InRange(operation.Span.End, 0, length));
        }
    }

    private static MigrationFile Read(string path, string text) =>
        Assert.IsType<MigrationFile>(new SqlMigrationReader().Read(new FileSyntax(new SourceFile(path, text))));
}

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
    [InlineData("CREATE TABLE IF NOT EXISTS public.\"Users\" (id int)", "public.Users")]
    [InlineData("create temporary table t as select 1", "t")]
    [InlineData("CREATE UNIQUE INDEX i ON t (n)", null)]
    [InlineData("CREATE MATERIALIZED VIEW t AS SELECT a FROM b", null)]
    [InlineData("CREATE FUNCTION f() RETURNS void AS $$ BEGIN CREATE TABLE t (id int); END $$ LANGUAGE plpgsql", null)]
    [InlineData("INSERT INTO t VALUES ('x; CREATE TABLE t')", null)]
    public void Tables_that_are_created_are_found_with_their_place(string sql, string? table)
    {
        var created = Read("migrations/1_x.sql", "-- a comment; CREATE TABLE z\n" + sql + ";\n").CreatedTables;

        Assert.Equal(table is null ? [] : [table], created.Select(found => found.Value));
        Assert.All(created, found => Assert.Equal(2, found.Span.StartLine));
    }

    [Fact]
    public void A_file_with_both_ways_is_judged_by_the_way_up()
    {
        var migration = Read("migrations/1_x.sql", "-- +goose Up\nCREATE TABLE t (id int);\n-- +goose Down\nDROP TABLE t;\n");

        Assert.Equal((MigrationTool.Goose, true), (migration.Tool, migration.HasDown));
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
            Assert.All(migration.CreatedTables, table => Assert.InRange(table.Span.End, 0, length));
        }
    }

    private static MigrationFile Read(string path, string text) =>
        Assert.IsType<MigrationFile>(new SqlMigrationReader().Read(new FileSyntax(new SourceFile(path, text))));
}

using Seaworthy.Deploying.Planning;
using Seaworthy.Deploying.Verifying.Databases;
using Seaworthy.Reading;
using Seaworthy.Reading.Discovery;
using Xunit;

namespace Seaworthy.Deploying.Tests.Verifying.Databases;

/// <summary>What a database says of itself, held against migrations as the reader reads them.</summary>
public sealed class DatabaseDriftsTests
{
    private const string Alembic =
        "revision = \"REV\"\ndown_revision = DOWN\n\ndef upgrade():\n    op.execute(\"select 1\")\n\ndef downgrade():\n    pass\n";

    private static readonly MemoryFile[] OfAlembic =
    [
        new("app/alembic.ini", "[alembic]\nscript_location = migrations\n"),
        new("app/migrations/versions/a1_first.py", Revision("a1", "None")),
        new("app/migrations/versions/b2_second.py", Revision("b2", "\"a1\"")),
    ];

    private static readonly MemoryFile[] OfPrisma =
    [
        new("app/prisma/schema.prisma", "datasource db {\n  provider = \"postgresql\"\n  url = env(\"DATABASE_URL\")\n}\n"),
        new(
            "app/prisma/migrations/20240101000000_first/migration.sql",
            "CREATE TABLE \"Order\" (id int);\nCREATE INDEX \"Order_id_idx\" ON \"Order\"(\"id\");\n"
        ),
        new(
            "app/prisma/migrations/20240201000000_second/migration.sql",
            "CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS Note_Key ON public.Notes (a);\n"
        ),
    ];

    [Fact]
    public void Alembic_at_its_head_has_no_drift()
    {
        Assert.Empty(Drifts(OfAlembic, Facts("alembic_version", "version_num", "b2")));
    }

    [Theory]
    [InlineData("a1", "db is at the migration a1, and the newest that is declared is b2 (app/migrations/versions/b2_second.py)")]
    [InlineData("zz", "db is at the migration zz, and the newest that is declared is b2 (app/migrations/versions/b2_second.py)")]
    [InlineData(null, "db is at the migration none, and the newest that is declared is b2 (app/migrations/versions/b2_second.py)")]
    public void Alembic_elsewhere_has(string? row, string said)
    {
        Assert.Equal([said], Drifts(OfAlembic, Facts("alembic_version", "version_num", row is null ? [] : [row])));
    }

    [Fact]
    public void A_missing_row_is_named_by_its_file_and_its_indexes_are_not_named_besides()
    {
        Assert.Equal(
            [
                "db lacks 1 of 2 migrations in _prisma_migrations; the newest of them is app/prisma/migrations/20240201000000_second/migration.sql",
            ],
            Drifts(OfPrisma, Facts("_prisma_migrations", "migration_name", "20240101000000_first"))
        );
    }

    [Fact]
    public void A_row_beyond_the_newest_file_is_of_another_release()
    {
        Assert.Equal(
            ["db holds the migration 20250101000000_other, which is newer than every file in app/prisma/migrations"],
            Drifts(
                OfPrisma,
                Facts("_prisma_migrations", "migration_name", "20240101000000_first", "20240201000000_second", "20250101000000_other")
            )
        );
    }

    [Fact]
    public void Declared_indexes_are_looked_for_on_tables_that_are_there()
    {
        var facts = Facts("_prisma_migrations", "migration_name", "20240101000000_first", "20240201000000_second") with
        {
            Indexes = [new DatabaseIndex("public", "Order", "Order_id_idx", IsValid: true)],
        };
        var whole = facts with { Tables = [.. facts.Tables, new TableName("public", "Order"), new TableName("public", "notes")] };

        Assert.Empty(Drifts(OfPrisma, facts));
        Assert.Equal(
            ["db has no index note_key on notes, which app/prisma/migrations/20240201000000_second/migration.sql:1 creates"],
            Drifts(OfPrisma, whole)
        );
        Assert.Equal(
            ["db has the index Order_id_idx on Order, which was not built to its end: no query uses it"],
            Drifts(OfPrisma, facts with { Indexes = [new DatabaseIndex("public", "Order", "Order_id_idx", IsValid: false)] })
        );
    }

    [Theory]
    [InlineData("DROP INDEX note_key;")]
    [InlineData("ALTER INDEX note_key RENAME TO other;")]
    [InlineData("ALTER TABLE notes DROP COLUMN a;")]
    [InlineData("DROP TABLE notes;")]
    [InlineData("ALTER TABLE notes ADD CONSTRAINT one UNIQUE USING INDEX note_key;")]
    [InlineData("DO $$ BEGIN EXECUTE 'drop index note_key'; END $$;")]
    public void An_index_that_may_be_gone_is_not_asked_for(string later)
    {
        var facts = Facts("_prisma_migrations", "migration_name", "20240101000000_first", "20240201000000_second", "20240301000000_third");

        Assert.Empty(
            Drifts(
                [.. OfPrisma, new MemoryFile("app/prisma/migrations/20240301000000_third/migration.sql", later)],
                facts with
                {
                    Tables = [.. facts.Tables, new TableName("public", "notes")],
                }
            )
        );
    }

    [Fact]
    public void Migrations_of_another_directory_are_no_business_of_the_project()
    {
        Assert.Empty(
            Drifts(
                [.. OfAlembic.Select(file => new MemoryFile(file.Path.Replace("app/", "other/", StringComparison.Ordinal), file.Text))],
                Facts("alembic_version", "version_num", "a1")
            )
        );
    }

    [Fact]
    public void A_migration_that_failed_in_the_middle_is_said()
    {
        MemoryFile[] files =
        [
            new("app/migrations/000001_first.up.sql", "create table t (id int);\n"),
            new("app/migrations/000002_second.up.sql", "create table u (id int);\n"),
        ];
        var table = new TableName("public", "schema_migrations") { Columns = ["version", "dirty"] };
        DatabaseFacts facts = new() { Tables = [table], Rows = [Row(table, "2", "true")] };

        Assert.Contains("db holds the migration 2 as one that failed in the middle", Drifts(files, facts));
        Assert.Empty(Drifts(files, facts with { Rows = [Row(table, "2", "false")] }));
    }

    [Fact]
    public void Answers_are_read_line_by_line_whatever_a_name_holds()
    {
        const string answer = """
            ["table", "public", "alembic_version"]
            ["column", "public", "alembic_version", "version_num"]
            NOTICE: something
            ["index", "public", "a\nb", "it's", false]
            ["transaction", 7, "web", "idle in transaction", 400]
            ["lock", 8, "", "active", 9, "AccessExclusiveLock", "orders"]
            ["wait", 9, 6, 8]
            """;

        var facts = DatabaseAnswer.Read(answer);

        Assert.Equal(["version_num"], facts.Tables[0].Columns);
        Assert.Equal(new DatabaseIndex("public", "a\nb", "it's", IsValid: false), facts.Indexes[0]);
        Assert.Equal(
            [
                "db has the index it's on a\nb, which was not built to its end: no query uses it",
                "session 7 (web) of db has a transaction open for 400 s (idle in transaction)",
                "session 8 of db holds AccessExclusiveLock on orders, in a transaction that is open for 9 s (active)",
                "session 9 of db waits for a lock since 6 s, which session 8 holds",
            ],
            DatabaseDrifts.Of("db", [], facts).Drifts.Select(drift => drift.Text)
        );
    }

    private static string Revision(string id, string down) =>
        Alembic.Replace("REV", id, StringComparison.Ordinal).Replace("DOWN", down, StringComparison.Ordinal);

    private static IEnumerable<string> Drifts(IReadOnlyList<MemoryFile> files, DatabaseFacts facts)
    {
        using MemoryRepository repository = new([.. files]);
        ProjectDefinition project = new("shop", [new ServiceDefinition("web") { Build = new BuildDefinition("/repository/app") }]);
        return DatabaseDrifts
            .Of("db", DeclaredHistory.Of(new DeploymentReader().Read(repository).Deployment, "/repository", project), facts)
            .Drifts.Select(drift => drift.Text);
    }

    private static DatabaseFacts Facts(string name, string column, params IReadOnlyList<string> rows)
    {
        TableName table = new("public", name) { Columns = [column] };
        return new DatabaseFacts { Tables = [table], Rows = [.. rows.Select(row => Row(table, row))] };
    }

    private static HistoryRow Row(TableName table, params IReadOnlyList<string> cells) =>
        new(table.Schema, table.Name, table.Columns.Zip(cells).ToDictionary(pair => pair.First, pair => (string?)pair.Second));
}

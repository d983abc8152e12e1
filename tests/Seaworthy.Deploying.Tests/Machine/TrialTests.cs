using Xunit;

namespace Seaworthy.Deploying.Tests.Machine;

/// <summary>The trial against a real engine, under a load that forgives nothing: good, bad migration, unhealthy, failing after the switch.</summary>
public sealed class TrialTests(ITestOutputHelper output)
{
    private const string Compose =
        """
            name: NAME
            services:
              web:
                build: ./web
                environment:
                  VERSION: ${VERSION:-1}
                  LATE: ${LATE:-0}
                  DATABASE_URL: postgresql://app:${POSTGRES_PASSWORD:?set it in .env}@db:5432/shop
                ports:
                  - "127.0.0.1:PORT:8080"
                depends_on:
                  db:
                    condition: service_healthy
                  migrate:
                    condition: service_completed_successfully
                restart: unless-stopped
              migrate:
                image: postgres:16-alpine
                entrypoint: ["sh", "-c", "psql -v ON_ERROR_STOP=1 -f /migrations/up.sql"]
                environment:
                  PGHOST: db
                  PGUSER: app
                  PGDATABASE: shop
                  PGPASSWORD: ${POSTGRES_PASSWORD:?set it in .env}
                volumes:
                  - ./migrations:/migrations:ro
                depends_on:
                  db:
                    condition: service_healthy
                restart: "no"
            """
        + "\n"
        + TrialProject.Database;

    [Fact]
    public void Nothing_is_lost_by_good_deployments_and_by_those_that_fail()
    {
        Assert.SkipWhen(Engine.MissingBecause is not null, Engine.MissingBecause ?? "");
        using TrialProject project = new("swtrial", Compose);
        Succeeds(project, project.Deploy("1"));
        using StrictLoad load = new(project.Port, 16);

        Succeeds(project, project.Deploy("2"));
        Ends(project, 13, project.Deploy("sick3"));
        project.Write("migrations/up.sql", "select nothing_like_this;\n");
        Ends(project, 12, project.Deploy("4"));
        project.Write("migrations/up.sql", "select 1;\n");
        Assert.Equal(0, load.BadlyAnswered);
        Ends(project, 14, project.Deploy("late5", watch: "20s"));
        var bad = load.BadlyAnswered;
        Succeeds(project, project.Deploy("6"));
        Succeeds(project, project.Ask("rollback"));

        load.Stop();
        output.WriteLine(load.ToString());
        Assert.Empty(load.Lost);
        Assert.Equal(bad, load.BadlyAnswered);
        // Shorter than the watch by far; a busy machine takes longer than the two seconds that it takes alone.
        Assert.InRange(load.BadFor.TotalSeconds, 0, 10);
        Assert.True(load.Versions.ContainsKey("6"));
        Assert.Single(project.Running("web"));
        KeepsSecrets(project);
    }

    [Fact]
    public void A_copy_of_the_database_is_restored_row_by_row()
    {
        Assert.SkipWhen(Engine.MissingBecause is not null, Engine.MissingBecause ?? "");
        using TrialProject project = new("swrestore", Compose);
        Succeeds(project, project.Deploy("1"));
        Succeeds(project, project.Ask("verify"));
        project.Sql("insert into orders (note) select md5(n::text) from generate_series(1, 2000) n");
        var before = project.Sql("select count(*), md5(string_agg(note, ',' order by id)) from orders");
        Succeeds(project, project.Ask("backup"));
        var id = project.Output.Split(' ').First(word => word.StartsWith("db-", StringComparison.Ordinal));

        project.Sql("drop table orders");
        Succeeds(project, project.Ask("restore", "--id", id, "--yes"));

        Assert.Equal(before, project.Sql("select count(*), md5(string_agg(note, ',' order by id)) from orders"));
        Assert.Contains("orders_note", project.Sql("select indexdef from pg_indexes where tablename = 'orders'"), StringComparison.Ordinal);
        Succeeds(project, project.Ask("drill"));
    }

    private static void Succeeds(TrialProject project, int code) => Ends(project, 0, code);

    private static void Ends(TrialProject project, int expected, int code) =>
        Assert.True(expected == code, $"exit code {code} instead of {expected}:\n{project.Output}");

    /// <summary>No file of the state, and no argument of a container, holds the password.</summary>
    private static void KeepsSecrets(TrialProject project)
    {
        foreach (var path in Directory.EnumerateFiles(project.State, "*.json*", SearchOption.AllDirectories))
        {
            Assert.DoesNotContain("not-for-logs-4711", File.ReadAllText(path), StringComparison.Ordinal);
        }

        Assert.Empty(Directory.EnumerateFiles(project.State, "*.env", SearchOption.AllDirectories));
    }
}

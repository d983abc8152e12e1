using Xunit;

namespace Seaworthy.Deploying.Tests.Machine;

/// <summary>A secret reaches its container, and is nowhere else afterwards; a copy is encrypted with the key of the secrets.</summary>
public sealed class SecretTrialTests
{
    private const string Value = "s3cret-for-the-container-4711";
    private const string Token = "token-for-a-file-0815";

    private const string Compose = """
        name: NAME
        services:
          web:
            image: node:22-alpine
            command: ["node", "-e", "setInterval(() => {}, 1000)"]
            environment:
              GIVEN: ${GIVEN:?set it with seaworthy secrets}
              LINES: ${LINES}
            secrets: [token]
            labels:
              seaworthy.update: stop-first
            stop_grace_period: 1s
          db:
            image: postgres:16-alpine
            environment:
              POSTGRES_USER: app
              POSTGRES_DB: shop
              POSTGRES_PASSWORD: ${GIVEN}
            volumes:
              - data:/var/lib/postgresql/data
            healthcheck:
              test: ["CMD-SHELL", "pg_isready -h 127.0.0.1 -U app -d shop"]
              interval: 1s
              retries: 30
        secrets:
          token:
            environment: TOKEN
        volumes:
          data:
        """;

    [Fact]
    public void A_secret_reaches_its_container_and_is_nowhere_else()
    {
        Assert.SkipWhen(Engine.MissingBecause is not null, Engine.MissingBecause ?? "");
        using TrialProject project = new("swsecrets", Compose);
        project.Delete(".env");
        Assert.Equal(16, project.Deploy("1"));
        Assert.Contains("GIVEN is not set", project.Output, StringComparison.Ordinal);
        var heard = project.ListenToDocker();
        Set(project, "GIVEN", Value);
        Set(project, "TOKEN", Token);
        Set(project, "LINES", "first\nsecond");

        Succeeds(project, project.Deploy("1", "1s"));
        var printed = project.Output;
        Succeeds(project, project.Ask("verify"));

        var web = Assert.Single(project.Running("web"));
        Assert.Equal(Value, Engine.Run("docker", "exec", web, "sh", "-c", "echo \"$GIVEN\"").Trim());
        Assert.Equal("first\nsecond", Engine.Run("docker", "exec", web, "sh", "-c", "echo \"$LINES\"").Trim());
        Assert.Equal(Token, Engine.Run("docker", "exec", web, "cat", "/run/secrets/token"));
        Succeeds(project, project.Ask("audit-log"));
        Assert.Contains("SecretRead", project.Output, StringComparison.Ordinal);
        Assert.Contains("GIVEN, LINES, TOKEN", project.Output, StringComparison.Ordinal);
        Assert.NotEmpty(File.ReadAllText(heard));
        foreach (var text in (string[])[printed, project.Output, File.ReadAllText(heard), .. project.Files().Select(File.ReadAllText)])
        {
            Assert.DoesNotContain(Value, text, StringComparison.Ordinal);
            Assert.DoesNotContain(Token, text, StringComparison.Ordinal);
        }

        Encrypts(project);
    }

    [Fact]
    public void A_secret_that_would_be_on_a_command_line_is_refused()
    {
        Assert.SkipWhen(Engine.MissingBecause is not null, Engine.MissingBecause ?? "");
        using TrialProject project = new("swexposed", Compose.Replace("1000)\"]", "1000)\", \"${GIVEN}\"]", StringComparison.Ordinal));
        project.Delete(".env");
        Set(project, "GIVEN", Value);
        Set(project, "TOKEN", Token);

        Assert.Equal(16, project.Deploy("1"));

        Assert.Contains("the secret GIVEN would be on a command line", project.Output, StringComparison.Ordinal);
        Assert.Empty(project.Containers());
    }

    [Fact]
    public void Through_ssh_a_secret_reaches_its_container_and_copies_are_encrypted_here()
    {
        using var server = SshServer.OrSkip();
        using TrialProject project = new("swsshsecrets", Compose) { Over = server };
        project.Delete(".env");
        Set(project, "GIVEN", Value);
        Set(project, "TOKEN", Token);
        Set(project, "LINES", "first\nsecond");

        Succeeds(project, project.Deploy("1", "1s"));
        Succeeds(project, project.Ask("verify"));

        var web = Assert.Single(project.Running("web"));
        Assert.Equal(Value, Engine.Run("docker", "exec", web, "sh", "-c", "echo \"$GIVEN\"").Trim());
        Assert.Equal("first\nsecond", Engine.Run("docker", "exec", web, "sh", "-c", "echo \"$LINES\"").Trim());
        Assert.Equal(Token, Engine.Run("docker", "exec", web, "cat", "/run/secrets/token"));
        Succeeds(project, project.Ask("audit-log"));
        Assert.Contains("GIVEN, LINES, TOKEN", project.Output, StringComparison.Ordinal);

        project.Sql("create table orders (id int, note text); insert into orders select n, md5(n::text) from generate_series(1, 20000) n");
        var before = project.Sql("select count(*), md5(string_agg(note, ',' order by id)) from orders");
        Succeeds(project, project.Ask("backup", "--keep-daily", "1"));
        var first = Id(project);
        Succeeds(project, project.Ask("backup", "--keep-daily", "1"));
        Assert.Contains($"{first, -36}  removed", project.Output, StringComparison.Ordinal);
        var second = Id(project);
        Assert.Contains(", encrypted", project.Output, StringComparison.Ordinal);
        project.Sql("drop table orders");
        Succeeds(project, project.Ask("restore", "--id", second, "--yes"));
        Assert.Equal(before, project.Sql("select count(*), md5(string_agg(note, ',' order by id)) from orders"));

        var state = Path.Combine(server.State, project.Name);
        Assert.Equal([Path.Combine(state, "backups", second)], Directory.EnumerateDirectories(Path.Combine(state, "backups")));
        foreach (var path in Directory.EnumerateFiles(state, "*", SearchOption.AllDirectories).Where(File.Exists))
        {
            var text = path.EndsWith(".sock", StringComparison.Ordinal) ? "" : File.ReadAllText(path);
            Assert.DoesNotContain(Value, text, StringComparison.Ordinal);
            Assert.DoesNotContain(Token, text, StringComparison.Ordinal);
            Assert.DoesNotContain("orders", text, StringComparison.Ordinal);
        }

        Damage(Path.Combine(state, "backups", second, "database.dump"));
        Assert.Equal(11, project.Ask("restore", "--id", second, "--yes"));
        Assert.Contains("is not as it was written", project.Output, StringComparison.Ordinal);
        Assert.Equal(2, project.Ask("backup", "--copy-command", "cp -r {} /elsewhere"));
        Assert.Contains("--copy-command sends copies of this machine", project.Output, StringComparison.Ordinal);
    }

    private static void Encrypts(TrialProject project)
    {
        project.Sql("create table orders (id int, note text); insert into orders select n, md5(n::text) from generate_series(1, 2000) n");
        var before = project.Sql("select count(*), md5(string_agg(note, ',' order by id)) from orders");
        var elsewhere = Path.Combine(project.State, "elsewhere");
        Directory.CreateDirectory(elsewhere);
        Succeeds(project, project.Ask("backup", "--keep-daily", "1", "--copy-command", $"cp -r {{}} {elsewhere}"));
        var first = Id(project);
        Assert.Contains("encrypted, sent", project.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("not encrypted", project.Output, StringComparison.Ordinal);
        Assert.All(
            Directory.EnumerateFiles(project.State, "database.dump", SearchOption.AllDirectories),
            path => Assert.DoesNotContain("orders", File.ReadAllText(path), StringComparison.Ordinal)
        );

        Succeeds(project, project.Ask("backup", "--keep-daily", "1", "--dry-run"));
        Assert.Contains($"would keep    {first}", project.Output, StringComparison.Ordinal);
        Succeeds(project, project.Ask("backup", "--keep-daily", "1"));
        Assert.Contains($"{first, -36}  removed", project.Output, StringComparison.Ordinal);
        Succeeds(project, project.Ask("drill"));

        // The copy that was sent comes back, and is restored.
        var backups = Path.Combine(project.State, project.Name, "backups");
        Engine.Run("cp", "-r", Path.Combine(elsewhere, first), backups);
        project.Sql("drop table orders");
        Succeeds(project, project.Ask("restore", "--id", first, "--yes"));
        Assert.Equal(before, project.Sql("select count(*), md5(string_agg(note, ',' order by id)) from orders"));

        Damage(Path.Combine(backups, first, "database.dump"));
        Assert.Equal(11, project.Ask("restore", "--id", first, "--yes"));
        Assert.Contains("is not as it was written", project.Output, StringComparison.Ordinal);
        Assert.Equal(before, project.Sql("select count(*), md5(string_agg(note, ',' order by id)) from orders"));
    }

    private static void Damage(string path)
    {
        var bytes = File.ReadAllBytes(path);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(path, bytes);
    }

    private static string Id(TrialProject project) =>
        project.Output.Split(' ', '\n').First(word => word.StartsWith("db-", StringComparison.Ordinal));

    private static void Set(TrialProject project, string name, string value) =>
        Succeeds(project, project.Run("1", ["secrets", "set", name, project.Root], value));

    private static void Succeeds(TrialProject project, int code) => Assert.True(code == 0, $"exit code {code}:\n{project.Output}");
}

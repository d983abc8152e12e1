using System.Globalization;
using Xunit;

namespace Seaworthy.Deploying.Tests.Machine;

/// <summary>The trial through a real sshd: the engine is this machine's, and everything that the program has of the host comes through ssh.</summary>
public sealed class SshTrialTests(ITestOutputHelper output)
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
                  KEY: |
                    two
                    lines
                  PASSWORD: ${POSTGRES_PASSWORD:?set it in .env}
                ports:
                  - "127.0.0.1:PORT:8080"
                labels:
                  seaworthy.migrate: node --version
                depends_on:
                  db:
                    condition: service_healthy
                restart: unless-stopped
            """
        + "\n"
        + TrialProject.Database;

    private const string Small = """
        name: NAME
        services:
          web:
            build: ./web
            environment:
              VERSION: ${VERSION:-1}
            ports:
              - "127.0.0.1:PORT:8080"
            restart: unless-stopped
        """;

    private const string Asked = """
        name: NAME
        services:
          web:
            build: ./web
            healthcheck:
              disable: true
            environment:
              VERSION: ${VERSION:-1}
            labels:
              seaworthy.health: /healthz
            ports:
              - "127.0.0.1:PORT:8080"
            volumes:
              - files:/files
        volumes:
          files:
        """;

    [Fact]
    public void Through_ssh_nothing_is_lost_and_a_failing_version_is_taken_back()
    {
        using var server = SshServer.OrSkip();
        using TrialProject project = new("swssh", Compose) { Over = server };
        Ends(project, 0, project.Deploy("1"));
        project.Sql("create table orders (id serial primary key, note text)");
        using StrictLoad load = new(project.Port, 8);

        Ends(project, 0, project.Deploy("2"));
        Ends(project, 13, project.Deploy("sick3"));
        Assert.Equal(0, load.BadlyAnswered);
        Ends(project, 14, project.Deploy("late4", watch: "20s"));
        var bad = load.BadlyAnswered;
        Ends(project, 0, project.Ask("rollback", "--to", "1"));

        load.Stop();
        output.WriteLine(load.ToString());
        Assert.Empty(load.Lost);
        Assert.Equal(bad, load.BadlyAnswered);
        // Shorter than the watch by far; a busy machine takes longer than the two seconds that it takes alone.
        Assert.InRange(load.BadFor.TotalSeconds, 0, 10);
        Assert.Equal(["1", "2", "late4"], load.Versions.Keys.Order(StringComparer.Ordinal));
        Ends(project, 0, project.Ask("status"));
        Assert.Contains("UP", project.Output, StringComparison.Ordinal);
        Ends(project, 0, project.Ask("drill"));
        LiesOnTheHost(server, project);
    }

    [Fact]
    public void Two_deployments_meet_the_lock_of_the_host()
    {
        using var server = SshServer.OrSkip();
        using TrialProject project = new("swsshlock", Small) { Over = server };
        Ends(project, 0, project.Deploy("1"));

        using var first = project.Start("2", ["deploy", project.Root, "--watch", "120s", "--json"]);
        Await(first.StandardOutput, "\"step\":\"watch\"");
        Ends(project, 17, project.Deploy("3"));
        Assert.Contains($"another command works on swsshlock on {server.Address}", project.Output, StringComparison.Ordinal);

        server.Cut();
        first.WaitForExit();
        Assert.Equal(15, first.ExitCode);
        Assert.Equal(
            $"seaworthy: the connection to {server.Address} was lost. The next command on it settles what was begun.",
            first.StandardError.ReadToEnd().Trim()
        );

        using var second = project.Start("3", ["deploy", project.Root, "--watch", "20s", "--json"]);
        Assert.Contains("it is taken back now", Await(second.StandardOutput, "\"step\":\"watch\""), StringComparison.Ordinal);
        // The connection ends with the command, however that ends, and with it the lock.
        second.Kill();
        second.WaitForExit();
        Ends(project, 0, project.Ask("lock", "--why", "a look at it"));
        Ends(project, 17, project.Deploy("4"));
        Assert.Contains("a look at it", project.Output, StringComparison.Ordinal);
        Ends(project, 0, project.Ask("unlock"));
        Ends(project, 0, project.Deploy("4", watch: "1s"));
        Assert.Contains("it is taken back now", project.Output, StringComparison.Ordinal);
        Assert.Single(project.Running("web"));
    }

    [Fact]
    public void A_service_with_files_is_asked_and_copied_through_ssh()
    {
        using var server = SshServer.OrSkip();
        using TrialProject project = new("swsshfiles", Asked) { Over = server };
        Ends(project, 0, project.Deploy("1"));
        Engine.Run("docker", "exec", "--user", "root", project.Running("web")[0], "sh", "-c", "seq 100000 > /files/numbers");

        Ends(project, 0, project.Ask("verify"));
        Ends(project, 0, project.Deploy("2"));
        Ends(project, 13, project.Run("sick3", ["deploy", project.Root, "--watch", "1s", "--health-timeout", "3s"]));

        Assert.Equal("100000", Engine.Run("docker", "exec", project.Running("web")[0], "wc", "-l", "/files/numbers").Split(' ')[0]);
        Ends(project, 0, project.Ask("backup", "--list"));
        Assert.Contains("restored, 1 compared", project.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_host_that_is_not_trusted_or_not_there_is_one_sentence()
    {
        using var server = SshServer.OrSkip();
        using TrialProject project = new("swsshno", Small) { Over = server };

        server.Know("other");
        Ends(project, 16, project.Deploy("1"));
        Says(project, $"{server.Address} shows another host key than known_hosts has: find out why before you change known_hosts.");
        server.ForgetAll();
        Ends(project, 16, project.Deploy("1"));
        Says(project, $"{server.Address} is not in known_hosts: connect once with ssh and compare its host key.");
        Assert.Empty(project.Containers());

        server.Know("host");
        var gone = string.Create(CultureInfo.InvariantCulture, $"ssh://root@127.0.0.1:{SshServer.FreePort()}");
        Ends(project, 16, project.Run("1", ["deploy", project.Root, "--on", gone]));
        Assert.Contains($"{gone} cannot be reached: ssh: connect to host 127.0.0.1 port", project.Output, StringComparison.Ordinal);
        Assert.Contains($"{server.Address} was left alone, since a host before it failed.", project.Output, StringComparison.Ordinal);
        Ends(project, 16, project.Run("1", ["deploy", project.Root, "--on", gone, "--max-failures", "1", "--watch", "1s"]));
        Assert.Contains($"{server.Address} is done.", project.Output, StringComparison.Ordinal);
        Assert.Single(project.Running("web"));
    }

    [Fact]
    public void An_environment_of_the_configuration_says_where_and_what()
    {
        using var server = SshServer.OrSkip();
        using TrialProject project = new("swsshenv-staging", Small.Replace("NAME", "swsshenv", StringComparison.Ordinal))
        {
            Over = server,
            Where = ["--env", "staging"],
        };
        project.Write("compose.staging.yaml", "services:\n  web:\n    environment:\n      STAGE: ${STAGE:?set it}\n");
        project.Write("staging.env", "STAGE=second\n");
        project.Write(
            "seaworthy.yaml",
            $"""
            environments:
              staging:
                hosts: ["{server.Address}"]
                compose: [compose.yaml, compose.staging.yaml]
                env-files: [staging.env]
            """
        );

        Ends(project, 0, project.Deploy("1", watch: "1s"));
        Assert.Equal("second", Engine.Run("docker", "exec", project.Running("web")[0], "sh", "-c", "echo $STAGE").Trim());
        Ends(project, 0, project.Ask("status"));
        Assert.Contains("swsshenv-staging: release 1", project.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(server.State, project.Name, "ledger.jsonl")));
    }

    [Fact]
    public void Hosts_of_a_batch_are_deployed_at_once_and_a_failure_leaves_the_next_batch_alone()
    {
        using var server = SshServer.OrSkip();
        // Both addresses lead to this machine: one of the two holds the lock while the other one asks.
        using TrialProject project = new("swsshbatch", Small)
        {
            Over = server,
            Where = ["--on", server.Address, "--on", server.OtherAddress, "--on", "ssh://root@third.example", "--batch", "2"],
        };

        Ends(project, 17, project.Deploy("1", watch: "5s"));

        var lines = project.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string[] ends = [$"seaworthy: {server.Address} ", $"seaworthy: {server.OtherAddress} "];
        Assert.Equal(
            ["failed with exit code 17.", "is done."],
            ends.Select(end => Assert.Single(lines, line => line.StartsWith(end, StringComparison.Ordinal))[end.Length..]).Order()
        );
        Assert.Contains("seaworthy: ssh://root@third.example was left alone, since a host before it failed.", lines);
        Assert.Contains(
            lines,
            line => line.Contains(" |  ✓ promote", StringComparison.Ordinal) && line.StartsWith("ssh://", StringComparison.Ordinal)
        );
        Assert.Single(project.Running("web"));
    }

    private static void Ends(TrialProject project, int expected, int code) =>
        Assert.True(expected == code, $"exit code {code} instead of {expected}:\n{project.Output}");

    private static void Says(TrialProject project, string sentence) =>
        Assert.Equal(
            $"seaworthy: {sentence}",
            Assert.Single(
                project.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries),
                line => line.StartsWith("seaworthy: ", StringComparison.Ordinal)
            )
        );

    /// <summary>What the program knows of the host came through ssh: beside the tree there is no state, and there is where the host keeps it.</summary>
    private static void LiesOnTheHost(SshServer server, TrialProject project)
    {
        Assert.False(Directory.Exists(project.State));
        var state = Path.Combine(server.State, project.Name);
        Assert.True(File.Exists(Path.Combine(state, "ledger.jsonl")));
        Assert.NotEmpty(Directory.EnumerateFiles(state, "database.dump", SearchOption.AllDirectories));
        Assert.Equal("700", Engine.Run("stat", "-c", "%a", state).Trim());
        Assert.Equal("600", Engine.Run("stat", "-c", "%a", Path.Combine(state, "ledger.jsonl")).Trim());
        foreach (var path in Directory.EnumerateFiles(state, "*.json*", SearchOption.AllDirectories))
        {
            Assert.DoesNotContain("not-for-logs-4711", File.ReadAllText(path), StringComparison.Ordinal);
        }

        Assert.DoesNotContain("not-for-logs-4711", server.Log, StringComparison.Ordinal);
    }

    /// <summary>What is printed up to a line that holds a text.</summary>
    private static string Await(TextReader lines, string part)
    {
        var printed = "";
        while (lines.ReadLine() is { } line)
        {
            printed += line + "\n";
            if (line.Contains(part, StringComparison.Ordinal))
            {
                return printed;
            }
        }

        Assert.Fail($"{part} was never printed:\n{printed}");
        return printed;
    }
}

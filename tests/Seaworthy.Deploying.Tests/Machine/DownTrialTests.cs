using System.Net;
using System.Net.Sockets;
using Xunit;

namespace Seaworthy.Deploying.Tests.Machine;

/// <summary>What is refused before an image is built, and how a project ends: against a real engine.</summary>
public sealed class DownTrialTests
{
    private const string Compose =
        """
            name: NAME
            services:
              web:
                build: ./web
                environment:
                  VERSION: ${VERSION:-1}
                ports:
                  - "127.0.0.1:PORT:8080"
                depends_on: [db]
                restart: unless-stopped
            """
        + "\n"
        + TrialProject.Database;

    [Fact]
    public void A_project_goes_down_and_comes_back_with_its_data()
    {
        Assert.SkipWhen(Engine.MissingBecause is not null, Engine.MissingBecause ?? "");
        using TrialProject project = new("swdown", Compose);
        Ends(project, 0, project.Deploy("1"));
        project.Sql("create table orders (id int); insert into orders values (7)");
        Ends(project, 16, project.Run("2", ["deploy", project.Root, "--state", Path.Combine(project.Root, ".other")]));
        Assert.Contains("another account or another --state deployed it", project.Output, StringComparison.Ordinal);

        Ends(project, 0, project.Ask("down", "--dry-run"));
        Assert.Single(project.Running("web"));
        Ends(project, 0, project.Ask("down"));
        Assert.Empty(project.Containers());
        Ends(project, 0, project.Ask("status"));
        Assert.Contains("swdown: taken down", project.Output, StringComparison.Ordinal);

        Ends(project, 0, project.Deploy("2"));
        Assert.Equal("7", project.Sql("select id from orders"));
        Ends(project, 2, project.Ask("down", "--volumes"));
        Assert.Contains("the data in swdown_data would be lost", project.Output, StringComparison.Ordinal);
        Assert.Single(project.Running("db"));
        Ends(project, 0, project.Ask("down", "--volumes", "--yes"));
        Assert.DoesNotContain("swdown_data", Engine.Run("docker", "volume", "ls", "--format", "{{.Name}}"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_port_that_is_taken_is_refused_before_an_image_is_built()
    {
        Assert.SkipWhen(Engine.MissingBecause is not null, Engine.MissingBecause ?? "");
        using TrialProject project = new("swport", Compose);
        using TcpListener taken = new(IPAddress.Loopback, project.Port);
        taken.Start();

        Ends(project, 16, project.Deploy("1"));

        Assert.Contains($"port {project.Port} of", project.Output, StringComparison.Ordinal);
        Assert.Empty(Images("swport"));
        Ends(project, 11, project.Ask("drill"));
        Assert.Contains("there is no copy of db", project.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Images_of_releases_that_are_kept_no_more_are_removed()
    {
        Assert.SkipWhen(Engine.MissingBecause is not null, Engine.MissingBecause ?? "");
        using TrialProject project = new("swimages", Compose);
        for (var release = 1; release <= 6; release++)
        {
            project.Write("web/release.txt", $"{release}\n");
            project.Write("web/Dockerfile", TrialProject.Dockerfile.Replace("COPY server.js .", "COPY . .", StringComparison.Ordinal));
            Ends(project, 0, project.Deploy($"{release}", watch: "1s"));
        }

        Assert.Equal(4, Images("swimages").Length);
        Ends(project, 0, project.Ask("rollback"));
    }

    private static string[] Images(string project) =>
        Engine
            .Run("docker", "image", "ls", "--format", "{{.Repository}}:{{.Tag}}", "--filter", $"label=dev.seaworthy.image-of={project}")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static void Ends(TrialProject project, int expected, int code) =>
        Assert.True(expected == code, $"exit code {code} instead of {expected}:\n{project.Output}");
}

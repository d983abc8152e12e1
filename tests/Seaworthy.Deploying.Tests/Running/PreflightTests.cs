using Seaworthy.Deploying.Running;
using Seaworthy.Deploying.Tests.Planning;
using Xunit;

namespace Seaworthy.Deploying.Tests.Running;

public sealed class PreflightTests
{
    [Theory]
    [InlineData("./conf:/etc/app:ro", "/repository/conf")]
    [InlineData("../conf:/etc/app", "/conf")]
    [InlineData("~/conf:/etc/app", "/home/me/conf")]
    public void What_is_mounted_from_the_tree_is_not_on_another_host(string mount, string path)
    {
        Assert.Equal(
            [
                $"web mounts {path} of this machine at /etc/app, and ssh://me@a does not have it: copy it into the image, or name an absolute path of the host",
            ],
            Unreachable(mount)
        );
    }

    [Theory]
    [InlineData("/srv/conf:/etc/app")]
    [InlineData("data:/etc/app")]
    [InlineData("/etc/app")]
    public void Absolute_paths_and_volumes_are_those_of_the_host(string mount)
    {
        Assert.Empty(Unreachable(mount));
    }

    private static IReadOnlyList<string> Unreachable(string mount)
    {
        var compose = $"""
            services:
              web:
                build: ./web
                volumes: ["{mount}"]
            volumes:
              data:
            """;
        return Preflight.Unreachable(Projects.Render(compose, ("HOME", "/home/me")).Project, "ssh://me@a");
    }
}

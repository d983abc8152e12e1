using Seaworthy.Deploying.Commands;
using Seaworthy.Deploying.Planning;
using Seaworthy.Deploying.Tests.Planning;
using Xunit;

namespace Seaworthy.Deploying.Tests.Commands;

public sealed class ContainerCommandsTests
{
    private static readonly ProjectDefinition Shop = Projects.Render(Projects.Shop, ("PASSWORD", "p")).Project;

    [Fact]
    public void A_store_answers_to_its_name_and_has_the_health_check_of_the_file()
    {
        Assert.Equal(
            "docker create --name shop-db-1 --label dev.seaworthy.project=shop --label dev.seaworthy.service=db --label dev.seaworthy.release=1 "
                + "--label dev.seaworthy.role=service --label dev.seaworthy.configuration=c --label dev.seaworthy.restart=no "
                + "--network shop_default --network-alias db --env-file f.env --restart no "
                + "--health-cmd 'pg_isready -U '\\''app user'\\''' --health-interval 2s --volume shop_data:/var/lib/postgresql/data sha256:1\n"
                + "docker start shop-db-1",
            Projects.Text(ContainerCommands.Run(Spec("db")))
        );
    }

    [Fact]
    public void A_service_behind_the_proxy_has_neither_port_nor_name_of_its_own()
    {
        var text = Projects.Text(ContainerCommands.Run(Spec("web")));

        Assert.DoesNotContain("--publish", text, StringComparison.Ordinal);
        Assert.DoesNotContain("--network-alias", text, StringComparison.Ordinal);
        Assert.Contains("--restart unless-stopped", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_migration_is_never_started_again_by_itself()
    {
        var text = Projects.Text(ContainerCommands.Run(Spec("migrate") with { Role = "migration" }));

        Assert.Contains("--restart no --no-healthcheck sha256:1 node migrate.js", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_arguments_are_named_on_the_command_line_and_their_values_are_not()
    {
        var line = DockerCommands.Build(
            new BuildDefinition("/r/web") { Arguments = [new Variable("TOKEN", "s3cr3t")], Stage = "final" },
            "shop",
            "shop-web:r1",
            "abc",
            false
        );

        Assert.Equal(
            "docker build --tag shop-web:r1 --target final --build-arg TOKEN --label org.opencontainers.image.revision=abc --label dev.seaworthy.image-of=shop /r/web",
            line.ToString()
        );
        Assert.Equal("s3cr3t", line.Environment["TOKEN"]);
        Assert.Equal("0", line.Environment["DOCKER_BUILDKIT"]);
    }

    [Theory]
    [InlineData("a b", "docker rm --force --volumes 'a b'")]
    [InlineData("a'b", "docker rm --force --volumes 'a'\\''b'")]
    [InlineData("$(reboot)", "docker rm --force --volumes '$(reboot)'")]
    public void What_is_shown_can_be_pasted(string name, string shown)
    {
        Assert.Equal(shown, DockerCommands.Remove(name).ToString());
    }

    private static ContainerSpec Spec(string service) =>
        new($"shop-{service}-1", Shop.Find(service) ?? new ServiceDefinition(service), "sha256:1")
        {
            Project = "shop",
            Release = 1,
            Configuration = "c",
            EnvironmentFile = service == "migrate" ? null : "f.env",
        };
}

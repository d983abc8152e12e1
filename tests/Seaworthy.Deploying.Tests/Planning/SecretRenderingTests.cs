using Seaworthy.Deploying.Planning;
using Seaworthy.Reading;
using Seaworthy.Reading.Discovery;
using Xunit;

namespace Seaworthy.Deploying.Tests.Planning;

/// <summary>Where a secret may go, and where not.</summary>
public sealed class SecretRenderingTests
{
    private const string Head = "name: shop\nservices:\n  web:\n    image: nginx:1.27.1-alpine\n";

    [Theory]
    [InlineData("    command: [\"nginx\", \"--password\", \"${TOKEN}\"]\n")]
    [InlineData("    healthcheck:\n      test: [\"CMD\", \"wget\", \"http://x:${TOKEN}@localhost/\"]\n")]
    [InlineData("    labels:\n      seaworthy.migrate: migrate --token ${TOKEN}\n")]
    [InlineData("    build:\n      context: .\n      args: [TOKEN]\n")]
    [InlineData("    build:\n      context: .\n      args:\n        A: ${TOKEN:-x}\n")]
    [InlineData("    hostname: ${UNSET:-${TOKEN}}\n")]
    public void A_secret_on_a_command_line_is_refused(string service)
    {
        Assert.Contains(
            Render(Head + service).Problems,
            problem => problem.StartsWith("the secret TOKEN would be", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("    environment: [TOKEN]\n", "TOKEN=s3cret-value")]
    [InlineData("    environment:\n      URL: https://x:${TOKEN}@y\n", "URL=https://x:s3cret-value@y")]
    public void A_secret_in_the_environment_is_not(string service, string expected)
    {
        var rendered = Render(Head + service);

        Assert.Empty(rendered.Problems);
        Assert.Contains("TOKEN", rendered.Used);
        Assert.Equal([expected], rendered.Project.Services[0].Environment.Select(variable => $"{variable.Name}={variable.Value}"));
    }

    [Theory]
    [InlineData("    secrets: [tok]\nsecrets:\n  tok:\n    environment: TOKEN\n", "/run/secrets/tok", 292)]
    [InlineData("    secrets: [TOKEN]\nsecrets:\n  TOKEN:\n    external: true\n", "/run/secrets/TOKEN", 292)]
    [InlineData(
        "    secrets:\n      - source: tok\n        target: /etc/app/token\n        mode: 0440\nsecrets:\n  tok:\n    environment: TOKEN\n",
        "/etc/app/token",
        288
    )]
    public void A_secret_is_a_file_of_the_container_alone(string service, string path, int mode)
    {
        var rendered = Render(Head + service);

        Assert.Empty(rendered.Problems);
        var file = Assert.Single(rendered.Project.Services[0].SecretFiles);
        Assert.Equal((path, "s3cret-value", (UnixFileMode)mode), (file.Path, file.Value, file.Mode));
        Assert.Empty(rendered.Project.Services[0].Mounts);
        Assert.DoesNotContain("s3cret", file.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("    read_only: true\n", "read-only")]
    [InlineData("    tmpfs: [/run]\n", "/run is mounted over it")]
    [InlineData("    volumes: [\"run:/run/secrets\"]\n", "/run/secrets is mounted over it")]
    public void A_file_that_the_container_would_not_see_is_refused(string service, string reason)
    {
        var rendered = Render($"{Head}{service}    secrets: [tok]\nsecrets:\n  tok:\n    environment: TOKEN\nvolumes:\n  run:\n");

        Assert.Contains(rendered.Problems, problem => problem.Contains(reason, StringComparison.Ordinal));
    }

    [Fact]
    public void A_secret_that_nothing_sets_is_missed()
    {
        var rendered = Render(Head + "    secrets: [tok]\nsecrets:\n  tok:\n    environment: OTHER\n");

        Assert.Equal(["OTHER"], rendered.Missing);
        Assert.Contains(rendered.Problems, problem => problem.StartsWith("OTHER is not set", StringComparison.Ordinal));
    }

    private static RenderedProject Render(string compose)
    {
        using MemoryRepository repository = new([new MemoryFile("compose.yaml", compose)]);
        var deployment = new DeploymentReader().Read(repository).Deployment;
        var stack = deployment.ComposeStacks[0];
        var target = deployment.Targets.First(each => each.Name == stack.Name);
        Dictionary<string, string> values = new() { ["TOKEN"] = "s3cret-value" };
        return new ProjectRendering(stack, target, "/repository", values, _ => null, new HashSet<string> { "TOKEN" }).Render(null);
    }
}

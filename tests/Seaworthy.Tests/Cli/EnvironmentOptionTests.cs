using Seaworthy.Tests.Reading.Discovery;
using Xunit;

namespace Seaworthy.Tests.Cli;

/// <summary><c>--env</c> with environments of <c>seaworthy.yaml</c>: what cannot be is refused before anything is read or asked.</summary>
public sealed class EnvironmentOptionTests : IDisposable
{
    private readonly ScratchRepository scratch = new ScratchRepository()
        .Write("compose.yaml", "services:\n  web:\n    image: nginx:1.29\n")
        .Write(
            "seaworthy.yaml",
            """
            environments:
              production:
                compose: [compose.yaml, compose.prod.yaml]
              mixed:
                hosts: [ssh://me@a.example, kube-context://prod]
              wrong:
                hosts: [a.example]
              cluster:
                hosts: [kube-context://prod/shop]
            """
        );

    [Theory]
    [InlineData("stagng", "there is no environment 'stagng' in seaworthy.yaml; there is production, mixed, wrong, cluster.")]
    [InlineData("mixed", "seaworthy.yaml:4: mixed takes one cluster, and no host beside it.")]
    [InlineData("wrong", "seaworthy.yaml:7: 'a.example' is no host: write ssh://user@host or ssh://user@host:port, or kube-context://NAME")]
    [InlineData("production", "seaworthy.yaml:2: there is no Compose project of compose.yaml, compose.prod.yaml.")]
    public void What_is_no_environment_is_refused(string name, string complaint) => Refuses(complaint, "status", "--env", name);

    [Fact]
    public void Its_cluster_counts_as_one_that_the_command_line_names()
    {
        Refuses("backup does not work on kube-context://", "backup", "--env", "cluster");
        Refuses("--canary says nothing to a cluster", "deploy", "--env", "cluster", "--canary", "10%:1m");
    }

    [Fact]
    public void Without_the_configuration_the_name_is_a_name_alone()
    {
        var (_, _, error) = Program.Run(
            scratch.Root,
            ["deploy", "--env", "stagng", "--no-config", "--on", "ssh://me@127.0.0.1:1", "--dry-run"]
        );

        Assert.DoesNotContain("there is no environment", error, StringComparison.Ordinal);
    }

    public void Dispose() => scratch.Dispose();

    private void Refuses(string complaint, params IReadOnlyList<string> words)
    {
        var (code, output, error) = Program.Run(scratch.Root, words);

        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith("seaworthy: " + complaint, error, StringComparison.Ordinal);
    }
}

using System.Globalization;
using Xunit;

namespace Seaworthy.Deploying.Tests.Machine;

/// <summary>SIGKILL at every step, each followed by the next command, under load.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const string Compose = """
        name: NAME
        services:
          web:
            build: ./web
            environment:
              VERSION: ${VERSION:-1}
            ports:
              - "127.0.0.1:PORT:8080"
            restart: unless-stopped
          worker:
            build: ./web
            environment:
              VERSION: ${VERSION:-1}
            labels:
              seaworthy.update: stop-first
            stop_grace_period: 2s
            restart: unless-stopped
        """;

    private static readonly IReadOnlyList<string> Steps =
    [
        "prepare",
        "start/web",
        "health/web",
        "replace/worker",
        "switch/web",
        "watch",
        "promote",
        "retire/web",
        "prune",
    ];

    // Each step in its middle takes a minute or two; SEAWORTHY_TRIAL=whole kills at the end of each as well.
    private static readonly IReadOnlyList<string> Events =
        Environment.GetEnvironmentVariable("SEAWORTHY_TRIAL") == "whole" ? ["StepBegun", "StepDone"] : ["StepBegun"];

    [Fact]
    public void Killed_at_every_step_it_is_settled_by_the_next_command_and_nothing_is_lost()
    {
        Assert.SkipWhen(Engine.MissingBecause is not null, Engine.MissingBecause ?? "");
        using TrialProject project = new("swkill", Compose);
        Assert.True(project.Deploy("0") == 0, project.Output);
        using StrictLoad load = new(project.Port, 8);
        var killed = 0;
        foreach (var step in Steps)
        {
            foreach (var what in Events)
            {
                var next = string.Create(CultureInfo.InvariantCulture, $"{++killed}");
                var wasKilled = project.Kill(next, what, step, TimeSpan.FromMilliseconds(what == "StepBegun" ? 60 : 0));
                Assert.True(wasKilled, $"{what} of {step} was not met:\n{project.Output}");
                Settle(project);
            }
        }

        load.Stop();
        output.WriteLine($"{killed} of {killed} settled; {load}");
        Assert.Empty(load.Lost);
        Assert.Equal(0, load.BadlyAnswered);
    }

    /// <summary>Either the old release serves or the new one, with one container each, and the ledger is closed.</summary>
    private static void Settle(TrialProject project)
    {
        var code = project.Deploy("0", watch: "1s");
        Assert.True(code == 0, $"exit code {code}:\n{project.Output}");
        Assert.Single(project.Running("web"));
        Assert.Single(project.Running("worker"));
        Assert.Equal(0, project.Ask("status"));
        Assert.DoesNotContain("ended in the middle", project.Output, StringComparison.Ordinal);
    }
}

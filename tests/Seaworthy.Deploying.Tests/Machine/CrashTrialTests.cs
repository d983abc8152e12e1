using Xunit;

namespace Seaworthy.Deploying.Tests.Machine;

/// <summary>A release that crashes again and again: the next one takes its place, and nothing of it is left that could get requests.</summary>
public sealed class CrashTrialTests
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
        """;

    [Fact]
    public void The_next_release_retires_it()
    {
        Assert.SkipWhen(Engine.MissingBecause is not null, Engine.MissingBecause ?? "");
        using TrialProject project = new("swcrash", Compose);
        // It is healthy, and ends with the first request that is no check.
        Ends(project, 0, project.Deploy("dies1", watch: "1s"));
        AwaitCrashLoop(project);

        Ends(project, 0, project.Deploy("2", watch: "1s"));

        Assert.Equal(["swcrash-web-2"], project.Running("web"));
        Assert.Empty(project.Containers("--filter", "status=restarting"));
        Ends(project, 0, project.Ask("status"));
        Assert.DoesNotContain("swcrash-web-1", project.Output, StringComparison.Ordinal);
        Ends(project, 0, project.Run("2", ["verify", project.Root]));
    }

    private static void AwaitCrashLoop(TrialProject project)
    {
        using HttpClient client = new() { Timeout = TimeSpan.FromSeconds(2) };
        for (var tries = 0; project.Containers("--filter", "status=restarting").Count == 0; tries++)
        {
            Assert.True(tries < 200, "it does not crash");
            try
            {
                using var answer = client.GetAsync(new Uri($"http://127.0.0.1:{project.Port}/")).GetAwaiter().GetResult();
            }
            catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
            {
                // That is what it does.
            }

            Thread.Sleep(200);
        }
    }

    private static void Ends(TrialProject project, int expected, int code) =>
        Assert.True(expected == code, $"exit code {code} instead of {expected}:\n{project.Output}");
}

using System.Globalization;
using Seaworthy.Deploying.Planning;
using Seaworthy.Deploying.Verifying;

namespace Seaworthy.Deploying.Running.Steps;

/// <summary>The new containers under traffic: answers of 500 and above, ends, restarts, memory.</summary>
internal sealed class WatchAction(DeployContext context) : IStepAction
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private const int EngineEvery = 4;

    public void Do(DeployStep step) => Watch(step.Containers, step.Backends, context.Watch);

    public void Undo(DeployStep step) { }

    public void Watch(IReadOnlyList<string> containers, IReadOnlyList<ProxyBackend> backends, TimeSpan time)
    {
        var until = DateTime.UtcNow + time;
        var before = context.Traffic.Statistics();
        for (var round = 0; DateTime.UtcNow < until; round++)
        {
            Thread.Sleep(Pause);
            foreach (var server in context.Traffic.Statistics().Where(each => containers.Contains(each.Server)))
            {
                var was = before.FirstOrDefault(each => each.Backend == server.Backend && each.Server == server.Server);
                Check(server, was, isSilent: was is { IsUp: false } && before.Any(each => each.Server == server.Server && each.IsUp));
            }

            if (round % EngineEvery == 0)
            {
                CheckContainers(containers);
            }
        }

        CheckContainers(containers);
    }

    /// <param name="now">What the proxy counts.</param>
    /// <param name="before">What it counted when the watch began.</param>
    /// <param name="isSilent">Nothing listened on this port when it began, and the container serves on another.</param>
    private void Check(ServerStatistics now, ServerStatistics? before, bool isSilent)
    {
        if (ErrorBudget.IsSpent(now.Answers - (before?.Answers ?? 0), now.ServerErrors - (before?.ServerErrors ?? 0)))
        {
            throw Failed(
                now.Server,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"answered {now.ServerErrors - (before?.ServerErrors ?? 0)} of {now.Answers - (before?.Answers ?? 0)} requests with 500 or above"
                )
            );
        }

        if (!isSilent && now.Status.StartsWith("DOWN", StringComparison.Ordinal))
        {
            throw Failed(now.Server, "refuses connections");
        }
    }

    private void CheckContainers(IReadOnlyList<string> names)
    {
        foreach (var container in context.Engine.Inspect(names))
        {
            if (HealthGate.Fault(container) is { } fault)
            {
                throw Failed(container.Name, fault);
            }
        }
    }

    private DeployFailedException Failed(string container, string fault) =>
        new($"{container} {fault}") { Log = context.Engine.LastLines(container) };
}

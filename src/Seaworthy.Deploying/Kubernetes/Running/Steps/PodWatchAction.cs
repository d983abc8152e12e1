using System.Globalization;
using Seaworthy.Deploying.Kubernetes.Planning;
using Seaworthy.Deploying.Planning;
using Seaworthy.Deploying.Running;

namespace Seaworthy.Deploying.Kubernetes.Running.Steps;

/// <summary>The new pods under traffic: restarts, memory, replicas that are not ready any more.</summary>
internal sealed class PodWatchAction(ClusterContext context) : IStepAction
{
    // A pod that is replaced, or added by an autoscaler, is not ready for a while.
    private const int MostUnready = 5;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    public void Do(DeployStep step)
    {
        var workloads = step.Wanted.Select(revision => revision.Workload).ToList();
        var until = DateTime.UtcNow + context.Watch;
        Dictionary<string, int> restarts = [];
        Dictionary<WorkloadName, int> unready = [];
        while (true)
        {
            var isLast = DateTime.UtcNow >= until;
            var pods = workloads.Select(workload => workload.Space).Distinct().SelectMany(context.Cluster.Pods).ToList();
            foreach (var workload in workloads)
            {
                if (context.Cluster.Find(workload) is not { } found)
                {
                    throw new DeployFailedException($"{workload} is gone");
                }

                Check(found, [.. pods.Where(pod => found.Owns(pod) && !pod.IsEnding)], restarts, unready, isLast);
            }

            if (isLast)
            {
                return;
            }

            Thread.Sleep(Pause);
        }
    }

    public void Undo(DeployStep step) { }

    private void Check(
        ObservedWorkload workload,
        List<ObservedPod> pods,
        Dictionary<string, int> restarts,
        Dictionary<WorkloadName, int> unready,
        bool isLast
    )
    {
        foreach (var pod in pods.Where(pod => !context.IsOld(pod)))
        {
            if (pod.Failing is { } failing)
            {
                throw Failed(pod, failing, failing.Fault ?? "");
            }

            // Restarts while it was rolled out count no more: it has become ready since.
            if (restarts.TryGetValue(pod.Id, out var before) && pod.Restarts > before)
            {
                var restarted = pod.Containers.MaxBy(container => container.Restarts) ?? pod.Containers[0];
                throw Failed(
                    pod,
                    restarted,
                    string.Create(CultureInfo.InvariantCulture, $"ended with exit code {restarted.ExitCode} and was started again")
                );
            }

            restarts[pod.Id] = pod.Restarts;
        }

        var name = workload.Revision.Workload;
        unready[name] = workload.Ready < workload.Desired ? unready.GetValueOrDefault(name) + 1 : 0;
        if (unready[name] > MostUnready || (isLast && unready[name] > 0))
        {
            var pod = pods.Find(pod => !pod.IsReady);
            throw new DeployFailedException(
                string.Create(CultureInfo.InvariantCulture, $"{name} has {workload.Ready} ready pods of {workload.Desired}")
            )
            {
                Log = pod is null ? "" : context.Cluster.LastLines(pod, null),
            };
        }
    }

    private DeployFailedException Failed(ObservedPod pod, ObservedPodContainer container, string fault) =>
        new($"{container.Name} in {pod.Name} {fault}") { Log = context.Cluster.LastLines(pod, container) };
}

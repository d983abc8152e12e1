using Seaworthy.Deploying.Kubernetes.Planning;
using Seaworthy.Deploying.Planning;
using Seaworthy.Deploying.Running;

namespace Seaworthy.Deploying.Kubernetes.Running.Steps;

/// <summary>Waits until a workload is rolled out. A pod that will not become well ends it at once.</summary>
internal sealed class RolloutAction(ClusterContext context) : IStepAction
{
    private const string OutOfTime = "timed out waiting";

    // How long a pod that fails goes unseen.
    private static readonly TimeSpan Slice = TimeSpan.FromSeconds(5);

    public void Do(DeployStep step)
    {
        foreach (var revision in step.Wanted)
        {
            Await(revision.Workload);
        }
    }

    public void Undo(DeployStep step) { }

    private void Await(WorkloadName workload)
    {
        var until = DateTime.UtcNow + context.HealthLimit;
        while (true)
        {
            var left = until - DateTime.UtcNow;
            var result = context.Cluster.Ask(
                context.Cluster.Commands.Rollout(
                    workload,
                    left < Slice ? TimeSpan.FromSeconds(Math.Max(1, Math.Ceiling(left.TotalSeconds))) : Slice
                )
            );
            if (result.IsDone)
            {
                return;
            }

            var complaint = KubectlComplaint.Of(result);
            if (DateTime.UtcNow >= until)
            {
                throw Failed(workload, $"is not rolled out after {ShortTime.Text(context.HealthLimit)}");
            }

            if (!complaint.Contains(OutOfTime, StringComparison.Ordinal))
            {
                throw Failed(workload, $"is not rolled out: {complaint}");
            }

            if (Failing(workload) is { } pod)
            {
                throw Failed(pod);
            }
        }
    }

    private ObservedPod? Failing(WorkloadName workload) => New(workload).FirstOrDefault(pod => pod.Failing is not null);

    private List<ObservedPod> New(WorkloadName workload) =>
        context.Cluster.Find(workload) is { } found
            ? [.. context.Cluster.Pods(workload.Space).Where(pod => found.Owns(pod) && !pod.IsEnding && !context.IsOld(pod))]
            : [];

    private DeployFailedException Failed(WorkloadName workload, string what)
    {
        var pods = New(workload);
        var pod = pods.Find(pod => pod.Failing is not null) ?? pods.Find(pod => !pod.IsReady);
        return pod?.Failing is { } container
            ? Failed(pod)
            : new DeployFailedException($"{workload} {what}{(pod is null ? "" : $": {pod.Name} is not ready")}")
            {
                Log = pod is null ? "" : context.Cluster.LastLines(pod, null),
            };
    }

    private DeployFailedException Failed(ObservedPod pod) =>
        new($"{pod.Failing?.Name} in {pod.Name} {pod.Failing?.Fault}") { Log = context.Cluster.LastLines(pod, pod.Failing) };
}

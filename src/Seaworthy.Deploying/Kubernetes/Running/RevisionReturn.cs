using Seaworthy.Deploying.Kubernetes.Planning;
using Seaworthy.Deploying.Running;

namespace Seaworthy.Deploying.Kubernetes.Running;

/// <summary>Returns workloads to the revisions that they had. What has them already is left, so that a crash in between harms nobody.</summary>
internal sealed class RevisionReturn(ClusterContext context)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>All of them, and then waits until they are rolled out.</summary>
    /// <exception cref="DeployFailedException">One cannot be returned: the others are.</exception>
    public void To(IReadOnlyList<WorkloadRevision> revisions, bool waits = true)
    {
        List<WorkloadName> moved = [];
        List<string> faults = [];
        foreach (var revision in revisions)
        {
            try
            {
                if (To(revision))
                {
                    moved.Add(revision.Workload);
                }
            }
            catch (DeployFailedException failure)
            {
                faults.Add(failure.Message);
            }
        }

        foreach (var workload in moved.Where(_ => waits))
        {
            var result = context.Cluster.Ask(context.Cluster.Commands.Rollout(workload, context.HealthLimit));
            if (!result.IsDone)
            {
                faults.Add($"{workload} is returned, and not ready again: {KubectlComplaint.Of(result)}");
            }
        }

        if (faults.Count > 0)
        {
            throw new DeployFailedException(string.Join("; ", faults));
        }
    }

    /// <returns>Whether pods are replaced.</returns>
    private bool To(WorkloadRevision revision)
    {
        var cluster = context.Cluster;
        if (revision.Template is not { } template)
        {
            cluster.Change(cluster.Commands.Delete(revision.Workload));
            return false;
        }

        if (cluster.Find(revision.Workload) is not { } found)
        {
            throw new DeployFailedException($"{revision.Workload} is gone");
        }

        if (found.Revision.Template == template)
        {
            return false;
        }

        if (cluster.Number(found, template) is not { } number)
        {
            throw new DeployFailedException($"the cluster keeps no revision of {revision.Workload} with what it ran");
        }

        cluster.Change(cluster.Commands.Undo(revision.Workload, number));
        if (revision.Workload.Kind == "statefulset")
        {
            Free(revision.Workload, template);
        }

        return true;
    }

    /// <summary>A StatefulSet waits for its broken pod for ever, also after it was returned.</summary>
    /// <remarks>Source: Kubernetes documentation, "StatefulSets", "Forced rollback".</remarks>
    private void Free(WorkloadName workload, string template)
    {
        Thread.Sleep(Pause);
        var cluster = context.Cluster;
        if (cluster.Find(workload) is { Revision.Template: var now } found && now == template)
        {
            foreach (var pod in cluster.Pods(workload.Space).Where(pod => found.Owns(pod) && pod is { IsReady: false, Failing: not null }))
            {
                cluster.Change(cluster.Commands.DeletePod(pod.Space, pod.Name));
            }
        }
    }
}

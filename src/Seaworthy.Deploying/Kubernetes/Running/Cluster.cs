using System.Text;
using Seaworthy.Deploying.Commands;
using Seaworthy.Deploying.Kubernetes.Commands;
using Seaworthy.Deploying.Kubernetes.Planning;
using Seaworthy.Deploying.Running;

namespace Seaworthy.Deploying.Kubernetes.Running;

/// <summary>A cluster, asked and changed by kubectl alone.</summary>
/// <param name="runner">Starts kubectl.</param>
/// <param name="commands">For its context.</param>
/// <param name="hash">Of a pod template.</param>
public sealed class Cluster(ProcessRunner runner, KubectlCommands commands, Func<string, string> hash)
{
    private const int Lines = 20;

    private readonly ClusterReading reading = new(hash);

    public KubectlCommands Commands => commands;

    public ProcessRunner Runner => runner;

    /// <summary>Asked before anything is changed: the lease may have been lost meanwhile.</summary>
    public Func<bool> MayChange { get; set; } = () => true;

    public ProcessResult Ask(CommandLine line, string? input = null)
    {
        using MemoryStream? stream = input is null ? null : new(Encoding.UTF8.GetBytes(input));
        return runner.Run(line, stream);
    }

    /// <summary>What it prints.</summary>
    /// <exception cref="DeployFailedException">It ended with another code than 0.</exception>
    public string Do(CommandLine line, string? input = null)
    {
        var result = Ask(line, input);
        return result.IsDone ? result.Output : throw new DeployFailedException(KubectlComplaint.Of(result));
    }

    /// <summary>The same for what changes something.</summary>
    /// <exception cref="DeployFailedException">It failed, or another command has the project now.</exception>
    public void Change(CommandLine line, string? input = null)
    {
        if (!MayChange())
        {
            throw new DeployFailedException("another command took the lease, since this one could not renew it in time");
        }

        Do(line, input);
    }

    /// <summary>Null where there is no such workload.</summary>
    public ObservedWorkload? Find(WorkloadName workload)
    {
        var found = reading.Workload(workload, Do(commands.Read(workload)));
        // The revisions of a Deployment are numbered in its annotations; those of the others are objects of their own.
        return found is null || found.Revision.Number is not null
            ? found
            : found with
            {
                Revision = found.Revision with { Number = Number(found, found.Revision.Template ?? "") },
            };
    }

    /// <summary>The number of a revision that the cluster keeps; null for none.</summary>
    public long? Number(ObservedWorkload workload, string template)
    {
        ArgumentNullException.ThrowIfNull(workload);
        return reading.Number(workload, template, ClusterReading.Items(Do(commands.Revisions(workload.Revision.Workload.Space))));
    }

    public IReadOnlyList<ObservedPod> Pods(string space) => ClusterReading.Pods(Do(commands.Pods(space)));

    /// <summary>The last lines of a container; empty when they cannot be read.</summary>
    public string LastLines(ObservedPod pod, ObservedPodContainer? container)
    {
        ArgumentNullException.ThrowIfNull(pod);
        if ((container ?? pod.Containers.LastOrDefault()) is not { } meant)
        {
            return "";
        }

        var before = meant.HasEndedBefore ? Ask(commands.Logs(pod.Space, pod.Name, meant.Name, Lines, isPrevious: true)) : null;
        return before is { IsDone: true, Output.Length: > 0 }
            ? before.Output
            : Ask(commands.Logs(pod.Space, pod.Name, meant.Name, Lines, isPrevious: false)).Output;
    }
}

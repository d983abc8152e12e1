using System.Globalization;
using Seaworthy.Deploying.Kubernetes.Planning;
using Seaworthy.Deploying.Planning;
using Seaworthy.Deploying.Running;

namespace Seaworthy.Deploying.Kubernetes.Running.Steps;

/// <summary>A Job that must complete before its deadline. What it printed is kept in the state directory.</summary>
internal sealed class JobAction(ClusterContext context) : IStepAction
{
    private const int Kept = 5000;
    private const int Shown = 20;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    // The cluster itself ends the Job at its deadline: it may take a moment to say so.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(60);

    public void Do(DeployStep step)
    {
        var job =
            context.Parts?.Jobs.FirstOrDefault(each => each.Job.Name == step.Service)
            ?? throw new DeployFailedException($"there is no Job '{step.Service}'");
        var cluster = context.Cluster;
        // A Job cannot be changed: the one of an earlier release makes room.
        cluster.Change(cluster.Commands.Delete(job.Job));
        cluster.Change(cluster.Commands.Apply(context.GivenSpace), job.Text);
        try
        {
            Await(job.Job);
        }
        catch (DeployFailedException failure)
        {
            throw new DeployFailedException(failure.Message) { Log = Shortened(Keep(job.Job)) };
        }

        Keep(job.Job);
    }

    public void Undo(DeployStep step)
    {
        foreach (var revision in step.Wanted)
        {
            context.Cluster.Change(context.Cluster.Commands.Delete(revision.Workload));
        }
    }

    private void Await(WorkloadName job)
    {
        var begun = DateTime.UtcNow;
        while (true)
        {
            var (isComplete, message) = ClusterReading.Job(context.Cluster.Do(context.Cluster.Commands.Read(job)));
            if (isComplete is true)
            {
                return;
            }

            if (isComplete is false)
            {
                throw new DeployFailedException($"{job} failed ({message})");
            }

            if (DateTime.UtcNow - begun > context.MigrationLimit + Grace)
            {
                throw new DeployFailedException($"{job} did not end within {ShortTime.Text(context.MigrationLimit)}");
            }

            if (Stuck(job) is { } fault)
            {
                throw new DeployFailedException($"{job} {fault}");
            }

            Thread.Sleep(Pause);
        }
    }

    /// <summary>A pod that cannot start would use up the whole time.</summary>
    private string? Stuck(WorkloadName job) =>
        context
            .Cluster.Pods(job.Space)
            .Where(pod => pod.Labels.GetValueOrDefault("job-name") == job.Name)
            .Select(pod => pod.Failing)
            .FirstOrDefault(container => container is { Waiting: not ("CrashLoopBackOff" or "") })
            ?.Fault;

    private string Keep(WorkloadName job)
    {
        var log = context.Cluster.Ask(context.Cluster.Commands.JobLogs(job, Kept)).Output;
        var directory = $"{context.State.Path}/migrations";
        context.State.Host.MakeDirectory(directory);
        context.State.Host.Write(string.Create(CultureInfo.InvariantCulture, $"{directory}/{context.Release}-{job.Name}.log"), log);
        return log;
    }

    private static string Shortened(string log) =>
        string.Join('\n', log.Split('\n', StringSplitOptions.RemoveEmptyEntries).TakeLast(Shown));
}

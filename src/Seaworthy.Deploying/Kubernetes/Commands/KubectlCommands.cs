using System.Globalization;
using Seaworthy.Deploying.Commands;
using Seaworthy.Deploying.Kubernetes.Planning;

namespace Seaworthy.Deploying.Kubernetes.Commands;

/// <summary>What the cluster is asked to do, as data. Nothing runs here, and no manifest is on a command line: it comes on the input.</summary>
/// <param name="context">The context of the kubectl configuration.</param>
/// <remarks>Source: kubectl reference, 1.35.</remarks>
public sealed class KubectlCommands(string context)
{
    private const string Manager = "--field-manager=seaworthy";
    private static readonly TimeSpan Slow = TimeSpan.FromMinutes(2);

    /// <summary>Prints the name when there is such a context.</summary>
    public static CommandLine KnownContext(string context) => new("kubectl", ["config", "get-contexts", context, "--output=name"]);

    /// <summary>The objects of a kustomization. No plugin and no chart of it runs.</summary>
    public static CommandLine Kustomize(string directory) => new("kubectl", ["kustomize", directory]) { Limit = Slow };

    /// <summary>Prints the namespace of the context; nothing when it has none.</summary>
    public CommandLine Space() => Kubectl("config", "view", "--minify", "--output=jsonpath={..namespace}");

    public CommandLine Version() => Kubectl("version", "--output=json", "--request-timeout=15s");

    public CommandLine MayI(Permission permission)
    {
        ArgumentNullException.ThrowIfNull(permission);
        return Kubectl([.. In(permission.Space), "auth", "can-i", permission.Verb, permission.Resource]);
    }

    public CommandLine Exists(NeededObject needed)
    {
        ArgumentNullException.ThrowIfNull(needed);
        return Kubectl([.. In(needed.Space), "get", needed.Kind.ToLowerInvariant(), needed.Name, "--output=name"]);
    }

    /// <param name="space">Where objects go that name no namespace; null leaves it to the context.</param>
    /// <param name="isTrial">The server does everything but keep it.</param>
    /// <param name="isForced">Fields that other managers own are taken over.</param>
    public CommandLine Apply(string? space, bool isTrial = false, bool isForced = false) =>
        Kubectl([
            .. In(space),
            "apply",
            "--server-side",
            Manager,
            .. isTrial ? (string[])["--dry-run=server"] : [],
            .. isForced ? (string[])["--force-conflicts"] : [],
            "--filename=-",
        ]) with
        {
            Limit = Slow,
        };

    public CommandLine Read(WorkloadName workload) => Kubectl([.. Of(workload, "get"), "--ignore-not-found", "--output=json"]);

    /// <summary>Where a cluster keeps earlier pod templates.</summary>
    public CommandLine Revisions(string space) =>
        Kubectl([.. In(space), "get", "replicasets.apps,controllerrevisions.apps", "--output=json"]);

    public CommandLine Pods(string space) => Kubectl([.. In(space), "get", "pods", "--output=json"]);

    public CommandLine Rollout(WorkloadName workload, TimeSpan limit) =>
        Kubectl([
            .. In(workload.Space),
            "rollout",
            "status",
            $"{workload}",
            string.Create(CultureInfo.InvariantCulture, $"--timeout={limit.TotalSeconds:0}s"),
        ]) with
        {
            Limit = limit + TimeSpan.FromSeconds(30),
        };

    public CommandLine Undo(WorkloadName workload, long revision) =>
        Kubectl([
            .. In(workload.Space),
            "rollout",
            "undo",
            $"{workload}",
            string.Create(CultureInfo.InvariantCulture, $"--to-revision={revision}"),
        ]);

    public CommandLine Delete(WorkloadName workload) =>
        Kubectl([.. Of(workload, "delete"), "--ignore-not-found", "--cascade=foreground", "--timeout=60s"]) with
        {
            Limit = Slow,
        };

    public CommandLine DeletePod(string space, string name) =>
        Kubectl([.. In(space), "delete", "pod", name, "--ignore-not-found", "--wait=false"]);

    public CommandLine Logs(string space, string pod, string container, int lines, bool isPrevious) =>
        Kubectl([
            .. In(space),
            "logs",
            pod,
            $"--container={container}",
            string.Create(CultureInfo.InvariantCulture, $"--tail={lines}"),
            .. isPrevious ? (string[])["--previous"] : [],
        ]);

    public CommandLine JobLogs(WorkloadName job, int lines)
    {
        ArgumentNullException.ThrowIfNull(job);
        return Kubectl([
            .. In(job.Space),
            "logs",
            $"--selector=job-name={job.Name}",
            "--all-containers",
            string.Create(CultureInfo.InvariantCulture, $"--tail={lines}"),
        ]);
    }

    public CommandLine WorkloadLogs(WorkloadName workload, int lines, bool isFollowed) =>
        Kubectl([
            .. In(workload.Space),
            "logs",
            $"{workload}",
            "--all-containers",
            string.Create(CultureInfo.InvariantCulture, $"--tail={lines}"),
            .. isFollowed ? (string[])["--follow"] : [],
        ]);

    /// <summary>Fails when the lease is there. The text comes on the input.</summary>
    public CommandLine CreateLease(string space) => Kubectl([.. In(space), "create", Manager, "--filename=-"]);

    public CommandLine ReadLease(string space, string name) =>
        Kubectl([.. In(space), "get", "leases.coordination.k8s.io", name, "--ignore-not-found", "--output=json"]);

    /// <summary>Fails when somebody has changed the lease since. The text comes on the input.</summary>
    public CommandLine ReplaceLease(string space) =>
        Kubectl([.. In(space), "replace", Manager, "--filename=-", "--output=json", "--request-timeout=10s"]);

    public CommandLine DeleteLease(string space, string name) =>
        Kubectl([.. In(space), "delete", "leases.coordination.k8s.io", name, "--ignore-not-found"]);

    private static IEnumerable<string> Of(WorkloadName workload, string verb) => [.. In(workload.Space), verb, $"{workload}"];

    private static IEnumerable<string> In(string? space) => space is null ? [] : [$"--namespace={space}"];

    private CommandLine Kubectl(params IReadOnlyList<string> arguments) => new("kubectl", [$"--context={context}", .. arguments]);
}

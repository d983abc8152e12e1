using System.Globalization;
using Seaworthy.Deploying.Kubernetes.Commands;
using Seaworthy.Deploying.Planning;

namespace Seaworthy.Deploying.Kubernetes.Planning;

/// <summary>From manifests and what a cluster runs to the steps between them, and back. Pure.</summary>
/// <param name="commands">For the command lines that people read.</param>
public sealed class ClusterPlanner(KubectlCommands commands)
{
    /// <summary>The step that applies what Jobs need.</summary>
    public const string First = "apply/first";

    /// <summary>The step that applies the rest.</summary>
    public const string Rest = "apply";

    public DeployPlan Of(ClusterPlanInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var parts = input.Parts;
        if (IsDone(input))
        {
            return new DeployPlan(input.Release, []) { Unchanged = [.. parts.All.Select(workload => $"{workload}")] };
        }

        return new DeployPlan(
            input.Release,
            [
                .. parts.First.Count > 0 ? [Apply(input, First, "Apply what the Jobs need", parts.Stores)] : Array.Empty<DeployStep>(),
                .. Rollouts(input, parts.Stores),
                .. parts.Jobs.Select(job => Migrate(job, input.GivenSpace)),
                .. parts.Rest.Count > 0
                    ? [Apply(input, Rest, parts.First.Count > 0 ? "Apply the rest" : "Apply the manifests", parts.Workloads)]
                    : Array.Empty<DeployStep>(),
                .. Rollouts(input, parts.Workloads),
                .. Watch(parts.All, input.Watch),
                new DeployStep("promote", StepKind.Promote, string.Create(CultureInfo.InvariantCulture, $"Release {input.Release} counts"))
                {
                    Before = [.. parts.All.Select(input.Now)],
                },
            ]
        )
        {
            Orphans =
            [
                .. (input.Current?.Workloads ?? [])
                    .Select(revision => revision.Workload)
                    .Where(workload => !parts.All.Contains(workload))
                    .Select(workload => $"{workload}"),
            ],
        };
    }

    /// <summary>Back to the revisions of an earlier release.</summary>
    public DeployPlan Back(int to, int release, IReadOnlyList<WorkloadRevision> wanted, IReadOnlyList<WorkloadRevision> now, TimeSpan watch)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        var changes = wanted
            .Join(now, one => one.Workload, other => other.Workload, (to, from) => new { To = to, From = from })
            .Where(change => change.To.Template != change.From.Template)
            .ToList();
        var workloads = changes.Select(change => change.To.Workload).ToList();
        return changes.Count == 0
            ? new DeployPlan(release, [])
            : new DeployPlan(
                release,
                [
                    .. changes.Select(change => new DeployStep(
                        $"revert/{change.To.Workload.Name}",
                        StepKind.Revert,
                        $"Return {change.From.Workload} to what release {to} ran"
                    )
                    {
                        Service = change.To.Workload.Name,
                        Before = [change.From],
                        Wanted = [change.To],
                        Undo = $"return {change.From.Workload} to {Number(change.From)}",
                        Commands = Undo([change.To]),
                        UndoCommands = Undo([change.From]),
                    }),
                    .. workloads.Select(workload => Rollout(workload, TimeSpan.FromMinutes(2))),
                    .. Watch(workloads, watch),
                    new DeployStep(
                        "promote",
                        StepKind.Promote,
                        string.Create(CultureInfo.InvariantCulture, $"Release {to} counts again, as {release}")
                    )
                    {
                        Before = wanted,
                    },
                ]
            );
    }

    /// <summary>The manifests are those of the release that counts, and nothing was changed since.</summary>
    private static bool IsDone(ClusterPlanInput input) =>
        input.Current is { Manifests: { } manifests, Workloads: var workloads }
        && manifests == input.Manifests
        && input.Parts.All.All(workload =>
            input.Find(workload) is { } found
            && workloads.Any(revision => revision.Workload == workload && revision.Template == found.Revision.Template)
        );

    private DeployStep Apply(ClusterPlanInput input, string id, string what, IReadOnlyList<WorkloadName> workloads)
    {
        IReadOnlyList<WorkloadRevision> before = [.. workloads.Select(input.Now)];
        return new DeployStep(id, StepKind.Apply, what)
        {
            Before = before,
            DoneWhen = "the server has taken every object",
            Undo = string.Join(", ", before.Select(Return)),
            Commands = [$"{commands.Apply(input.GivenSpace, isForced: input.IsForced)} < manifests"],
            UndoCommands = Undo(before),
        };
    }

    private IEnumerable<DeployStep> Rollouts(ClusterPlanInput input, IEnumerable<WorkloadName> workloads) =>
        workloads.Where(workload => !input.Parts.Unwaited.Contains(workload)).Select(workload => Rollout(workload, input.HealthLimit));

    private DeployStep Rollout(WorkloadName workload, TimeSpan limit) =>
        new($"rollout/{workload.Name}", StepKind.Health, $"Wait at most {ShortTime.Text(limit)} until {workload} is rolled out")
        {
            Service = workload.Name,
            Wanted = [new WorkloadRevision(workload, null, null)],
            DoneWhen = "all pods are of the new template and ready",
            Commands = [$"{commands.Rollout(workload, limit)}"],
        };

    private DeployStep Migrate(OnceJob job, string? space) =>
        new($"migrate/{job.Job.Name}", StepKind.Migrate, $"Run {job.What} once")
        {
            LeavesMigration = true,
            Service = job.Job.Name,
            Wanted = [new WorkloadRevision(job.Job, null, null)],
            DoneWhen = "the Job is complete",
            Undo = "delete the Job; what it changed in a database stays",
            Commands = [$"{commands.Delete(job.Job)}", $"{commands.Apply(space)} < job", $"{commands.Read(job.Job)}"],
            UndoCommands = [$"{commands.Delete(job.Job)}"],
        };

    private IEnumerable<DeployStep> Watch(IEnumerable<WorkloadName> workloads, TimeSpan time)
    {
        var watched = workloads.ToList();
        if (watched.Count > 0)
        {
            yield return new DeployStep("watch", StepKind.Watch, $"Watch restarts, memory and ready replicas for {ShortTime.Text(time)}")
            {
                Wanted = [.. watched.Select(workload => new WorkloadRevision(workload, null, null))],
                Commands = [.. watched.Select(workload => workload.Space).Distinct().Select(space => $"{commands.Pods(space)}")],
            };
        }
    }

    private static string Return(WorkloadRevision before) =>
        before.Template is null ? $"delete {before.Workload}, which is new" : $"return {before.Workload} to {Number(before)}";

    private static string Number(WorkloadRevision revision) =>
        revision.Number is { } number ? string.Create(CultureInfo.InvariantCulture, $"revision {number}") : "the revision before";

    private IReadOnlyList<string> Undo(IEnumerable<WorkloadRevision> revisions) =>
        [
            .. revisions.Select(revision =>
                revision.Template is null
                    ? $"{commands.Delete(revision.Workload)}"
                    : $"{commands.Undo(revision.Workload, revision.Number ?? 0)}"
            ),
        ];
}

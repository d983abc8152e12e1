using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>Who does the tasks of a framework in a target, and why somebody may do them whom the files do not show.</summary>
public sealed class TaskWorkers(Deployment deployment, TaskFramework framework)
{
    private static readonly string[] Words = ["worker", "queue", "task", "job"];

    private readonly Lazy<string?> elsewhere = new(() => Elsewhere(deployment, framework));

    public IEnumerable<Workload> Of(Target target) =>
        target.Workloads.Where(workload => Commands(deployment, workload).Any(framework.IsWorker));

    /// <summary>Why a worker may run although none is seen; null when nothing speaks for one.</summary>
    /// <param name="besides">The workload that asks for one.</param>
    public string? MayRun(Target target, Workload besides) => target.PartialBecause ?? Like(target, besides) ?? elsewhere.Value;

    public static IEnumerable<ShellCommand> Commands(Deployment deployment, Workload workload) =>
        deployment.StartupOf(workload) is { } startup ? startup.Programs.Concat(startup.Start?.Whole ?? []) : workload.Start?.Whole ?? [];

    /// <summary>A workload whose name suggests one, or whose start is not followed.</summary>
    private string? Like(Target target, Workload besides) =>
        target
            .Workloads.Where(workload => !ReferenceEquals(workload, besides) && workload.Public is null)
            .FirstOrDefault(workload =>
                Words.Any(word => workload.Name.Contains(word, StringComparison.OrdinalIgnoreCase))
                || (MayStartMore(workload) && !IsOther(workload, besides))
            )
            is { } like
            ? $"{like.Name} may be one"
        : MayStartMore(besides) ? $"the start of {besides.Name} is not followed"
        : null;

    // An image that is pulled, and that is not the same as that of who asks, does what its makers meant.
    private static bool IsOther(Workload workload, Workload besides) =>
        workload is { Image: null, Start: null }
        && (besides.Image is not null || workload.Reference?.Value.Text != besides.Reference?.Value.Text);

    private bool MayStartMore(Workload workload) =>
        deployment.StartupOf(workload) is not { UnknownBecause: null, Programs: { Count: > 0 } programs }
        || programs.Any(program => program.Words.Any(word => word.Literal?.Contains("supervisord", StringComparison.Ordinal) == true));

    /// <summary>Another target, script or document starts one.</summary>
    private static string? Elsewhere(Deployment deployment, TaskFramework framework) =>
        deployment
            .Artifacts.Where(artifact => artifact is not CodeFile)
            .Select(artifact => artifact.File)
            .Distinct()
            .FirstOrDefault(file => file.Text.Contains(framework.Program, StringComparison.OrdinalIgnoreCase) && HasLine(file, framework))
            is { } named
            ? $"{named.Path} mentions one"
            : null;

    private static bool HasLine(SourceFile file, TaskFramework framework)
    {
        foreach (var line in file.Text.AsSpan().EnumerateLines())
        {
            if (
                line.Contains(framework.Program, StringComparison.OrdinalIgnoreCase)
                && line.Contains("worker", StringComparison.OrdinalIgnoreCase)
                // Settings such as CELERY_WORKER_CONCURRENCY start nothing.
                && !line.Contains("celery_worker_", StringComparison.OrdinalIgnoreCase)
            )
            {
                return true;
            }
        }

        return false;
    }
}

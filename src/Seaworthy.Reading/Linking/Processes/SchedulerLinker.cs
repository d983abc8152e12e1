using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Images;

namespace Seaworthy.Reading.Linking.Processes;

/// <summary>Schedulers of Celery, and the workers that do what they schedule.</summary>
/// <remarks>Source: Celery documentation, "Periodic Tasks": beat is a scheduler, it kicks off tasks that are then executed by available workers.</remarks>
internal static class SchedulerLinker
{
    private static readonly string[] Words = ["worker", "queue", "task", "job"];

    public static IReadOnlyList<SchedulerUse> Link(Deployment deployment) =>
        [
            .. from target in deployment.Targets
            from workload in target.Workloads
            let beat = Commands(deployment, workload).FirstOrDefault(command => IsCelery(command, "beat"))
            where beat is not null
            select Of(deployment, target, workload, workload.Start?.Span ?? beat.Span),
        ];

    private static SchedulerUse Of(Deployment deployment, Target target, Workload scheduler, SourceSpan span)
    {
        var worker = target.Workloads.FirstOrDefault(workload =>
            Commands(deployment, workload).Any(command => IsCelery(command, "worker") || IsCelery(command, "multi"))
        );
        return new SchedulerUse(scheduler, "celery beat", span)
        {
            Worker = worker,
            UndecidedBecause = worker is not null
                ? null
                : target.PartialBecause ?? Like(deployment, target, scheduler) ?? Elsewhere(deployment),
        };
    }

    /// <summary>A workload whose name speaks of one, or whose start nobody here can follow.</summary>
    private static string? Like(Deployment deployment, Target target, Workload scheduler) =>
        target
            .Workloads.Where(workload => !ReferenceEquals(workload, scheduler) && workload.Public is null)
            .FirstOrDefault(workload =>
                Words.Any(word => workload.Name.Contains(word, StringComparison.OrdinalIgnoreCase))
                || (MayStartMore(deployment, workload) && !IsOther(workload, scheduler))
            )
            is { } like
            ? $"{like.Name} may be one"
            : null;

    // An image that is pulled, and that is not the scheduler's, does what its makers meant.
    private static bool IsOther(Workload workload, Workload scheduler) =>
        workload is { Image: null, Start: null }
        && (scheduler.Image is not null || workload.Reference?.Value.Text != scheduler.Reference?.Value.Text);

    private static bool MayStartMore(Deployment deployment, Workload workload) =>
        deployment.StartupOf(workload) is not { UnknownBecause: null, Programs: { Count: > 0 } programs }
        || programs.Any(program => program.Words.Any(word => word.Literal?.Contains("supervisord", StringComparison.Ordinal) == true));

    /// <summary>Another target, script or document starts one.</summary>
    private static string? Elsewhere(Deployment deployment) =>
        deployment
            .Artifacts.Where(artifact => artifact is not CodeFile)
            .Select(artifact => artifact.File)
            .Distinct()
            .FirstOrDefault(file => file.Text.Contains("celery", StringComparison.OrdinalIgnoreCase) && HasLine(file))
            is { } named
            ? $"{named.Path} speaks of one"
            : null;

    private static bool HasLine(SourceFile file)
    {
        foreach (var line in file.Text.AsSpan().EnumerateLines())
        {
            if (
                line.Contains("celery", StringComparison.OrdinalIgnoreCase)
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

    private static IEnumerable<ShellCommand> Commands(Deployment deployment, Workload workload) =>
        deployment.StartupOf(workload) is { } startup ? startup.Programs.Concat(startup.Start?.Whole ?? []) : workload.Start?.Whole ?? [];

    /// <summary><c>celery -A shop beat</c>; a worker with <c>-B</c> is both.</summary>
    private static bool IsCelery(ShellCommand command, string verb) =>
        command.Words.Any(word => word.Literal is { } text && ImagePath.NameOf(text) == "celery")
        && command.Words.Any(word => word.Literal == verb);
}

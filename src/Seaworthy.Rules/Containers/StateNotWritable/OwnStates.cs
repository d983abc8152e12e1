using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>Schedules of Celery, databases in files, and logs, in directories of images.</summary>
/// <remarks>
/// Sources: Celery documentation, "Periodic Tasks", "Starting the Scheduler": beat keeps the last run times in <c>celerybeat-schedule</c> in the current directory; SQLite documentation,
/// "Temporary Files Used By SQLite": the journal needs the directory.
/// </remarks>
internal static class OwnStates
{
    // Schedulers that keep their state elsewhere.
    private static readonly string[] OtherSchedulers =
    [
        "django-celery-beat",
        "celery-redbeat",
        "celery-sqlalchemy-scheduler",
        "django-celery",
    ];

    private static readonly string[] ScheduleNames =
    [
        "beat_scheduler",
        "BEAT_SCHEDULER",
        "beat_schedule_filename",
        "BEAT_SCHEDULE_FILENAME",
    ];

    // Everybody may write there, or it is a home directory.
    private static readonly string[] Open = ["tmp", "var/tmp", "dev/shm", "home", "root"];

    public static IReadOnlyList<OwnState> Link(Deployment deployment) =>
        [
            .. deployment
                .Startups.SelectMany(startup => Users(deployment, startup).SelectMany(workload => Schedules(deployment, startup, workload)))
                .Concat(deployment.All<KeptFiles>().Select(kept => Kept(deployment, kept)).OfType<OwnState>())
                .Where(state => !Open.Any(directory => ImagePath.Inside($"/{directory}", state.File) is not null))
                .DistinctBy(state => new { state.Subject, state.File }),
        ];

    /// <summary>The workloads that start it; null for an image that nothing here runs.</summary>
    private static IEnumerable<Workload?> Users(Deployment deployment, Startup startup) =>
        startup.Workload is { } own ? [own]
        : startup.Image is { } image
            ? deployment.WorkloadsOf(image).Where(workload => deployment.StartupOf(workload) == startup).DefaultIfEmpty(null)
        : [];

    private static IEnumerable<OwnState> Schedules(Deployment deployment, Startup startup, Workload? workload)
    {
        if (startup is not { Image: { } image, DropsRoot: false })
        {
            yield break;
        }

        foreach (var command in startup.Programs)
        {
            if (
                Schedule(command) is { } name
                && Supervised(deployment, command) is var program
                && (program?.User ?? workload?.User ?? image.Final.User) is { } user
                && IsNamed(user.Value)
                && ImagePath.Join(startup.Start?.WorkingDirectory, program?.Directory ?? command.Directory ?? "") is { } directory
                && ImagePath.Join(directory, name) is { } file
                && workload?.Mounts.Any(mount => mount.Inside(file) is not null) != true
                && !IsKeptElsewhere(image)
            )
            {
                yield return new OwnState(
                    workload is null ? image.Name : $"{workload.Name} in {workload.TargetName}",
                    image,
                    file,
                    command.Span
                )
                {
                    Workload = workload,
                    Maker = "celery beat",
                    User = user,
                    GivenBy = GivenBy(image, startup, program?.User is not null, ImagePath.Parent(file)),
                    UndecidedBecause = startup.UnknownBecause ?? Missing(deployment, startup),
                };
            }
        }
    }

    /// <summary>The image lacks the program, which is reported: it writes nothing.</summary>
    private static string? Missing(Deployment deployment, Startup startup) =>
        ProgramUse.MissingIn(startup, deployment) is { } missing ? $"its image has no `{missing.Program}`" : null;

    /// <summary>The file of a schedule that a command keeps; null for another command, and for another scheduler.</summary>
    private static string? Schedule(ShellCommand command)
    {
        if (
            !TaskFramework.Celery.Runs(command, "beat")
            && !(TaskFramework.Celery.Runs(command, "worker") && command.Words.Any(word => word.Literal is "-B" or "--beat"))
        )
        {
            return null;
        }

        var words = command.Words.ToList();
        if (
            words.Exists(word =>
                word.Literal is "-S"
                || word.Prefix.StartsWith("--scheduler", StringComparison.Ordinal)
                || word.Prefix.StartsWith("--workdir", StringComparison.Ordinal)
            )
        )
        {
            return null;
        }

        var at = words.FindIndex(word => word.Literal is "-s" or "--schedule" or "--schedule-filename");
        var joined = words.Find(word => word.Prefix.StartsWith("--schedule=", StringComparison.Ordinal));
        return at >= 0
            ? at + 1 < words.Count
                ? words[at + 1].Literal
                : null
            : joined is not null
                ? joined.From("--schedule=".Length).Literal
                : "celerybeat-schedule";
    }

    /// <summary>The section of supervisord that starts a command.</summary>
    private static SupervisorProgram? Supervised(Deployment deployment, ShellCommand command) =>
        deployment
            .At<SupervisorConfig>(command.Span.File.Path)
            ?.Programs.FirstOrDefault(program => program.Commands.Any(started => started.Span == command.Span));

    private static bool IsKeptElsewhere(Image image) =>
        image
            .Components.SelectMany(component => component.Code)
            .Any(file =>
                Array.Exists(ScheduleNames, name => file.Constants.Any(constant => constant.Name.EndsWith(name, StringComparison.Ordinal)))
            )
        || image
            .Components.SelectMany(component => component.Manifests)
            .OfType<Manifest>()
            .Any(manifest => Array.Exists(OtherSchedulers, name => manifest.FindDependency(name) is not null));

    private static OwnState? Kept(Deployment deployment, KeptFiles kept) =>
        kept
            is {
                Kind: KeptKind.Database or KeptKind.Log,
                IsRelative: false,
                Mount: null,
                DoubtedBecause: null,
                Workload: { Image: { } image } workload
            }
        && deployment.StartupOf(workload) is var startup
        && startup?.DropsRoot != true
        && (workload.User ?? image.Final.User) is { } user
        && IsNamed(user.Value)
        && MadeIn(image, kept) is { } file
            ? new OwnState($"{workload.Name} in {workload.TargetName}", image, file, kept.Span)
            {
                Workload = workload,
                Maker = kept.Kind == KeptKind.Log ? "its logger" : "SQLite",
                User = user,
                GivenBy = GivenBy(image, startup, false, ImagePath.Parent(file)),
                UndecidedBecause = startup?.UnknownBecause,
            }
            : null;

    /// <summary>The file, where its directory is there; a logger makes the directory, where the one above is there. Null where neither is known.</summary>
    private static string? MadeIn(Image image, KeptFiles kept) =>
        IsThere(image, kept.Directory) ? kept.Path
        : kept.Kind == KeptKind.Log && IsThere(image, ImagePath.Parent(kept.Directory)) ? kept.Directory
        : null;

    private static bool IsThere(Image image, string directory) =>
        image.Final.WorkingDirectory == directory || image.Final.Files.Find(directory).Presence is Presence.Present or Presence.Produced;

    /// <param name="startsAsRoot">The start itself is root's, and may give the directory away.</param>
    private static SourceSpan? GivenBy(Image image, Startup? startup, bool startsAsRoot, string directory) =>
        DirectoryGift.Of(image, directory, isWhole: true)
        ?? (
            startsAsRoot
                ? startup
                    ?.Programs.Where(command => DirectoryGift.IsGivenBy(command, startup.Start?.WorkingDirectory, directory, isWhole: true))
                    .Select(command => (SourceSpan?)command.Span)
                    .FirstOrDefault()
                : null
        );

    private static bool IsNamed(string user) =>
        user.Split(':')[0] is not ("" or "root" or "0") && !user.Contains('$', StringComparison.Ordinal);
}

using Seaworthy.Model;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using CommandLine = Seaworthy.Model.Declared.Scripts.Commands.CommandLine;

namespace Seaworthy.Rules.Configuration;

/// <summary><c>php artisan config:cache</c> and <c>optimize</c> in RUN instructions, and what the containers of the image are given later.</summary>
/// <remarks>
/// Source: Laravel documentation, "Configuration", "Configuration Caching": the .env file is not loaded then, and env() returns what the system's environment says, which only
/// configuration files ask for; "Deployment", "Optimization".
/// </remarks>
internal static class CachedConfigurations
{
    // What configuration files of Laravel itself ask for: an application may come without its own.
    private static readonly string[] OfFramework =
    [
        "APP_",
        "AWS_",
        "BROADCAST_",
        "CACHE_",
        "DB_",
        "FILESYSTEM_",
        "LOG_",
        "MAIL_",
        "MEMCACHED_",
        "QUEUE_",
        "REDIS_",
        "SESSION_",
        "SQS_",
    ];

    public static IReadOnlyList<CachedConfiguration> Link(Deployment deployment)
    {
        var isReworked = deployment.Commands.Any(site => site.Known.Any(known => known.Carried is { } inner && Reworks(inner)));
        return
        [
            .. deployment
                .Images.DistinctBy(image => new { image.Dockerfile, image.Final.Declared })
                .Select(image => In(image) is { } command ? Of(deployment, image, command, isReworked) : null)
                .OfType<CachedConfiguration>(),
        ];
    }

    /// <summary>The command of the build that writes the cache which the image keeps.</summary>
    private static StageCommand? In(Image image)
    {
        var kept = image.Down(image.Final).ToList();
        return image
            .Stages.Where(stage => kept.Contains(stage) || kept.Exists(above => Copies(above, stage)))
            .Select(stage => stage.Commands.LastOrDefault(command => Reworks(command.Command)))
            .LastOrDefault(command => command is not null && Caches(command.Command));
    }

    private static bool Copies(ImageStage above, ImageStage stage) =>
        above
            .Declared.Instructions.OfType<DockerInstruction.Copy>()
            .Any(copy =>
                copy.FromStage == stage.Declared
                && copy.Sources.Any(source =>
                    !source.Raw.TrimEnd('/').EndsWith("vendor", StringComparison.Ordinal) && !IsPublic(source.Raw)
                )
            );

    private static bool IsPublic(string path) => path.Contains("/public", StringComparison.Ordinal);

    private static CachedConfiguration Of(Deployment deployment, Image image, StageCommand command, bool isReworked)
    {
        var workloads = deployment.WorkloadsOf(image).Where(workload => !MountsOver(workload, image)).ToList();
        var keeping = workloads.Where(workload => !Starts(deployment.StartupOf(workload)).Any(Reworks)).ToList();
        var alone = deployment.StartupsOf(image).FirstOrDefault();
        var given = keeping
            .Select(workload => new
            {
                Workload = workload,
                Late = workload.Supplied.Where(value => IsLate(value, image, command)).ToList(),
            })
            .Where(found => found.Late.Count > 0)
            .ToList();
        var files = keeping.Select(LateFile).FirstOrDefault(file => file is not null);
        return new CachedConfiguration(image, command)
        {
            Late = given.Count > 0 ? given[0].Late : [],
            Workloads = [.. given.Select(found => found.Workload)],
            LateFile = files,
            IsKept =
                !isReworked
                && (workloads.Count > 0 || deployment.WorkloadsOf(image).Any() ? keeping.Count > 0 : !Starts(alone).Any(Reworks)),
            UndecidedBecause =
                keeping.Select(workload => Doubt(deployment.StartupOf(workload), image)).FirstOrDefault(why => why is not null)
                ?? (workloads.Count == 0 ? Doubt(alone, image) : null)
                ?? (given.Count == 0 && MayHoldEnvironment(image) ? "the build context may hold a .env file with the same values" : null),
        };
    }

    /// <summary>A script is not read, or the entry point of a base image that is not known may do it.</summary>
    private static string? Doubt(Startup? startup, Image image) =>
        startup?.UnknownBecause
        ?? (
            image.Final is { Entrypoint: null, PublicBase: null, BuiltUpon: null }
                ? $"the entry point of {image.Final.Base} is not in the repository"
                : null
        );

    private static IEnumerable<ShellCommand> Starts(Startup? startup) =>
        startup is null ? [] : startup.Programs.Concat(startup.Start?.Whole ?? []).Concat(startup.Start?.Commands ?? []);

    /// <summary>Sources or the cache of the machine hide those of the image.</summary>
    private static bool MountsOver(Workload workload, Image image) =>
        image.Final.WorkingDirectory is { } directory
        && workload.Mounts.Any(mount =>
            mount.Kind is MountKind.Bind or MountKind.Temporary && mount.Inside(directory + "/bootstrap/cache/config.php") is not null
        );

    private static SourceSpan? LateFile(Workload workload) =>
        workload.Promised.Count > 0
            ? workload.Promised[0].Span
            : workload.Mounts.FirstOrDefault(mount => mount.Path.EndsWith("/.env", StringComparison.Ordinal))?.Span;

    private static bool IsLate(SuppliedVariable variable, Image image, StageCommand command) =>
        variable.Origin is not (SupplyOrigin.ImageEnv or SupplyOrigin.DotEnvLoader)
        && variable.Value.Text is not ""
        && !image.Stages.Any(stage => stage.Declared.FindVariable(variable.Name, command.Run) is not null)
        && (
            OfFramework.Any(start => variable.Name.StartsWith(start, StringComparison.Ordinal))
            || image.Components.Any(component =>
                component
                    .Code.Where(file => file.File.Path.Contains("config/", StringComparison.Ordinal))
                    .Any(file => file.EnvironmentReads.Any(read => read.Name == variable.Name))
            )
        );

    /// <summary>A file that git ignores may be there on the machine that builds, and nothing keeps it out of the image.</summary>
    private static bool MayHoldEnvironment(Image image) =>
        image.Build.Ignore is not { } ignore || DockerIgnoreMatcher.Of(ignore).IgnoredBy(".env") is null;

    private static bool Caches(ShellCommand command) => IsArtisan(command, "config:cache", "optimize");

    private static bool Reworks(ShellCommand command) =>
        IsArtisan(command, "config:cache", "config:clear", "optimize", "optimize:clear")
        || (command.Program == "rm" && command.Words.Any(word => word.Raw.Contains("bootstrap/cache", StringComparison.Ordinal)));

    private static bool IsArtisan(ShellCommand command, params ReadOnlySpan<string> verbs)
    {
        var line = CommandLine.Of(command);
        var words = line.Program == "artisan" ? line.Arguments : [.. line.Arguments.SkipWhile(word => !IsFile(word)).Skip(1)];
        if (
            words.FirstOrDefault(word => word.Literal is not ['-', ..])?.Literal is { } verb
            && (line.Program is "artisan" or "php" or ['p', 'h', 'p', ..])
        )
        {
            return verbs.Contains(verb);
        }

        // su -c "php artisan config:cache" www-data
        foreach (var named in verbs)
        {
            if (command.Words.Any(word => word.Raw.Contains($"artisan {named}", StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsFile(ShellWord word) => word.Literal is { } path && ImagePath.NameOf(path) == "artisan";
}

using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Platforms;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Paths;
using Seaworthy.Reading.Linking.Spares;

namespace Seaworthy.Reading.Linking.Platforms;

/// <summary>The programs and directories that files of PM2 name.</summary>
/// <remarks>Source: PM2, lib/Common.js: <c>cwd</c> is taken from where PM2 is called, <c>script</c> from <c>cwd</c>.</remarks>
internal sealed class Pm2Paths
{
    // What a build or an installation makes is not there yet.
    private static readonly HashSet<string> Built = new(StringComparer.OrdinalIgnoreCase)
    {
        "dist",
        "build",
        "out",
        "output",
        ".next",
        ".output",
        ".nuxt",
        ".svelte-kit",
        "lib",
        "bin",
        "target",
        "release",
        "current",
        "compiled",
        "node_modules",
        "vendor",
        "venv",
        ".venv",
    };

    private static readonly string[] Endings = [".js", ".cjs", ".mjs", ".ts", ".tsx", ".py", ".sh", ".rb", ".php", ".pl"];

    private readonly Deployment deployment;
    private readonly Lazy<WrittenPaths> written;
    private readonly IReadOnlyList<string> outputs;

    private Pm2Paths(Deployment deployment)
    {
        this.deployment = deployment;
        written = new(() => new WrittenPaths(deployment));
        outputs =
        [
            .. deployment
                .Of<TsConfig>()
                .Select(config => config.OutDir is { } directory ? RepositoryPath.Join(config.File.Directory, directory.Value) : null)
                .OfType<string>()
                .Where(directory => directory.Length > 0),
        ];
    }

    public static IEnumerable<PathUse> Find(Deployment deployment)
    {
        Pm2Paths paths = new(deployment);
        List<PathUse> uses =
        [
            .. deployment
                .Of<Pm2Config>()
                .Where(config => !RepositoryPath.IsSample(config.File.Path))
                .SelectMany(config => config.Apps.Select(app => paths.Of(config, app)))
                .OfType<PathUse>(),
        ];

        // If nothing here mentions a file, its working directory is unknown.
        var silent = uses.Where(use => use.Answer.IsMissing).Select(use => use.Span.File).Distinct().ToList();
        var named = PathMentions.Of(deployment, silent, _ => false, _ => true);
        return uses.Select(use => use with { IsAssumed = use.IsAssumed || (use.Answer.IsMissing && !named.Contains(use.Span.File)) });
    }

    private PathUse? Of(Pm2Config config, Pm2App app)
    {
        var subject = $"{config.File.Path}: {app.Name?.Value ?? app.Script.Written}";
        var directories = Directories(config, app);
        return app.Directory is { Written: { Length: > 0 } directory } named && directories.Count > 0 && !directories.Exists(HasDirectory)
                ? Use(named, directory, [.. Starts(config, named)], subject)
            : IsFile(app.Script) is { } script
                ? Use(app.Script, script, app.Script.IsFromFile ? [config.File.Directory] : directories, subject)
            : null;
    }

    private bool HasDirectory(string directory) => deployment.Tree.HasDirectory(directory);

    /// <summary>Where the application may be started; none when that lies outside the repository, or is computed.</summary>
    private static List<string> Directories(Pm2Config config, Pm2App app) =>
        app.Directory is not { } named ? [.. RepositoryPath.Ancestors(config.File.Directory)]
        : named.Written is not { } directory ? []
        : [.. Starts(config, named).Select(start => RepositoryPath.Join(start, directory)).OfType<string>()];

    private static IEnumerable<string> Starts(Pm2Config config, Pm2Path path) =>
        path.IsFromFile ? [config.File.Directory] : RepositoryPath.Ancestors(config.File.Directory);

    /// <summary>The path of a script that is no name of a program; null for what the search path may hold.</summary>
    private static string? IsFile(Pm2Path script) =>
        script.Written is { Length: > 0 } path
        && RepositoryPath.IsRelative(path)
        && !path.AsSpan().ContainsAny(" *?$")
        && (
            script.IsFromFile
            || path.StartsWith("./", StringComparison.Ordinal)
            || Endings.Any(ending => path.EndsWith(ending, StringComparison.Ordinal))
        )
            ? path
            : null;

    private PathUse? Use(Pm2Path named, string path, IReadOnlyList<string> starts, string subject)
    {
        var answers = starts
            .Select(start => RepositoryPath.Join(start, path))
            .OfType<string>()
            .Select(full => deployment.Tree.Look(full))
            .ToList();
        var present = answers.Find(answer => answer.Presence == Presence.Present);
        if (answers.Count == 0 || (present is null && answers.Exists(answer => IsMade(answer, path))))
        {
            return null;
        }

        var answer = present ?? Elsewhere(answers[0], path);
        return new PathUse(PathRole.PlatformFile, path, named.Span, subject, answer)
        {
            From = starts[0].Length == 0 ? "the repository root" : starts[0],
            Tool = "pm2",
            IsFile = true,
            // A file below the root may be used in a copy of its own on the server.
            IsAssumed = starts.Count > 1,
        };
    }

    private bool IsMade(PathAnswer answer, string path) =>
        answer.Presence is Presence.Unknown or Presence.IgnoredByGit
        || IsStartedInImage(path)
        || answer.Looked.Split('/').Any(Built.Contains)
        || outputs.Any(output => RepositoryPath.Inside(output, answer.Looked) is not null)
        || written.Value.Find(answer.Looked) is not null;

    /// <summary>The file is for the image as well, whose build may make what the clone lacks.</summary>
    private bool IsStartedInImage(string path) =>
        deployment.Startups.Any(startup =>
            startup.Image is not null && startup.Start?.Commands.Any(command => command.Words.Any(word => word.Literal == path)) is true
        );

    private PathAnswer Elsewhere(PathAnswer answer, string path)
    {
        var wanted = "/" + (RepositoryPath.Join("", path) ?? RepositoryPath.NameOf(path));
        var others = deployment
            .Tree.Files.Where(file => file.Status != FileStatus.Ignored && file.Path.EndsWith(wanted, StringComparison.Ordinal))
            .Take(2)
            .ToList();
        return answer.Presence == Presence.Absent && others is [var other]
            ? new PathAnswer(Presence.Elsewhere, answer.Looked, other.Path)
            : answer;
    }
}

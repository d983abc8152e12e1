using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Dependencies;

/// <summary>Frozen installations of images, jobs and scripts, with their manifest and lock file.</summary>
internal static class FrozenInstallLinker
{
    // apps/web/server/package.json
    private const int DeepestMember = 4;

    private static readonly EarlierCommands Relocking = new(at => Relocks(at.Command));

    public static IReadOnlyList<FrozenInstall> Link(Deployment deployment) =>
        [
            .. InImages(deployment)
                .Concat(InDirectories(deployment))
                .Where(install => !FilePurposes.Has(install.Manifest.File.Path, FilePurpose.Shown | FilePurpose.Retired))
                .GroupBy(install => new { Manifest = install.Manifest.File, Lock = install.Lock.File })
                .SelectMany(Compared),
        ];

    /// <summary>Lock files are long: each is compared with its manifest once, however many installations use it.</summary>
    private static IEnumerable<FrozenInstall> Compared(IEnumerable<FrozenInstall> same)
    {
        var all = same.ToList();
        var (manifest, locked) = (all[0].Manifest, all[0].Lock);
        var unlocked = LockContents.Unlocked(manifest, locked);
        var changed = LockContents.Changed(manifest, locked);
        var left = LockContents.Left(manifest, locked);
        return all.Select(install => install with { Unlocked = unlocked, Changed = changed, Left = left });
    }

    private static IEnumerable<FrozenInstall> InImages(Deployment deployment) =>
        from image in deployment.Images
        from stage in image.Stages
        from at in stage.Commands
        where at is { Directory: not null, IsDemanded: true }
        from known in KnownCommand.Of(at.Command)
        let tool = ToolOf(known, isOnRunner: false)
        where tool is not null && !Relocking.StandBefore(stage, at)
        from install in Of(image.Name, tool, known, name => deployment.At<Artifact>(at.Before, at.Directory, name))
        select install;

    private static IEnumerable<FrozenInstall> InDirectories(Deployment deployment)
    {
        var before = deployment
            .Commands.Where(site => Relocks(site.Command))
            .GroupBy(site => site.Subject, site => site.Span.Start, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.Min(), StringComparer.Ordinal);
        return from site in deployment.Commands
            where site is { Directories: [_], IsAssumed: false, IsRemote: false, IsConditional: false }
            from known in site.Known
            let tool = ToolOf(known, site.IsOnHostedRunner)
            where tool is not null && !(before.TryGetValue(site.Subject, out var first) && first < site.Span.Start)
            from install in Of(
                site.Subject,
                tool,
                known,
                name => RepositoryPath.Join(site.Directories[0], name) is { } path ? deployment.At<Artifact>(path) : null
            )
            select install;
    }

    /// <param name="subject">The installing image, script or job.</param>
    /// <param name="tool">The command, in short.</param>
    /// <param name="known">The command.</param>
    /// <param name="beside">Finds a parsed file from its working directory.</param>
    private static IEnumerable<FrozenInstall> Of(string subject, string tool, KnownCommand known, Func<string, Artifact?> beside)
    {
        var manager = tool.Split(' ')[0];
        if (manager == "pnpm" && WorkspaceOf(beside) is { } root)
        {
            return Members(subject, tool, known, name => beside(root + name));
        }

        return
            beside(ManifestOf(manager)) is Manifest manifest
            // npm does not know `workspace:`, so another tool installs.
            && !(
                manager == "npm" && manifest.Dependencies.Any(one => one.Range?.StartsWith("workspace:", StringComparison.Ordinal) is true)
            )
            && LocksOf(manager).Select(name => LockOf(beside(name))).FirstOrDefault(found => found is not null) is { } locked
            ? [new FrozenInstall(subject, tool, known.Command, manifest, locked)]
            : [];
    }

    /// <summary>The way up to a workspace of pnpm: empty where the working directory is its root, null outside of one.</summary>
    private static string? WorkspaceOf(Func<string, Artifact?> beside) =>
        Enumerable
            .Range(0, DeepestMember)
            .Select(steps => string.Concat(Enumerable.Repeat("../", steps)))
            .FirstOrDefault(way => beside(way + "pnpm-workspace.yaml") is PnpmWorkspace || beside(way + "pnpm-lock.yaml") is LockFile)
            is { } nearest
        && beside(nearest + "pnpm-workspace.yaml") is PnpmWorkspace
            ? nearest
            : null;

    /// <summary>pnpm compares every package of the workspace that is there with what the one lock file says of it; a filter leaves packages out.</summary>
    private static IEnumerable<FrozenInstall> Members(string subject, string tool, KnownCommand known, Func<string, Artifact?> inRoot)
    {
        if (LockOf(inRoot("pnpm-lock.yaml")) is not { } locked)
        {
            yield break;
        }

        if (inRoot("package.json") is Manifest root)
        {
            yield return new FrozenInstall(subject, tool, known.Command, root, locked);
        }

        // Hooks rewrite what manifests ask for, before it is compared.
        var isFiltered = known is not PackageScriptCommand { Workspaces.Count: 0 } || locked.HooksChecksum is not null;
        foreach (var importer in isFiltered ? [] : locked.Importers.Where(importer => importer.Path != "."))
        {
            if (inRoot($"{importer.Path}/package.json") is Manifest manifest)
            {
                yield return new FrozenInstall(
                    subject,
                    tool,
                    known.Command,
                    manifest,
                    locked with
                    {
                        RootDependencies = importer.Dependencies,
                    }
                );
            }
        }
    }

    /// <summary>Composer's lock file has a reader of its own, for its PHP requirements.</summary>
    private static LockFile? LockOf(Artifact? artifact) =>
        artifact is ComposerLock composer ? new LockFile(composer.File, Ecosystem.Composer, "composer") : artifact as LockFile;

    private static string ManifestOf(string manager) =>
        manager switch
        {
            "composer" => "composer.json",
            "poetry" or "uv" => "pyproject.toml",
            _ => "package.json",
        };

    private static IReadOnlyList<string> LocksOf(string manager) =>
        manager switch
        {
            "composer" => ["composer.lock"],
            "poetry" => ["poetry.lock"],
            "uv" => ["uv.lock"],
            "bun" => ["bun.lock"],
            _ => PackageLocks.Of(manager),
        };

    /// <summary>The command, in short, if it does not change the lock file; null otherwise.</summary>
    private static string? ToolOf(KnownCommand known, bool isOnRunner) =>
        known switch
        {
            PackageScriptCommand { Verb: "install", Packages.Count: 0, IsGlobal: false, Directory: null } install
                when install.IsFrozen || (isOnRunner && install.Manager == "pnpm" && !IsLoose(install.Command)) => PackageLocks.Tool(
                install
            ),
            ManifestInstallCommand { Manager: "composer", Directory: null } => "composer install",
            ManifestInstallCommand { Manager: "poetry", Directory: null } => "poetry install",
            ManifestInstallCommand { Manager: "uv", Directory: null } sync
                when sync.Command.Words.Any(word => word.Literal == "--locked") => "uv sync --locked",
            _ => null,
        };

    /// <remarks>Source: pnpm, "pnpm install", <c>--frozen-lockfile</c>: on by default where CI is set.</remarks>
    private static bool IsLoose(ShellCommand command) =>
        command.Words.Any(word =>
            word.Raw is "--no-frozen-lockfile" or "--frozen-lockfile=false" or "--fix-lockfile" or "--lockfile-only" or "--no-lockfile"
        );

    /// <summary>Rewrites the lock file or changes the manifest before.</summary>
    private static bool Relocks(ShellCommand command)
    {
        var line = CommandLine.Of(command);
        return line.Program switch
        {
            "poetry" or "uv" => line.Verb is "lock" or "add" or "remove" or "update",
            "composer" => line.Verb is "update" or "require" or "remove",
            "npm" or "pnpm" or "yarn" or "bun" => line.Verb is "pkg" or "add" or "remove" or "uninstall" or "version" or "set" or "import"
                || (
                    line.Verb is "install" or "i"
                    && !command.Words.Any(word => word.Raw.Contains("frozen", StringComparison.Ordinal))
                    && line.Program != "pnpm"
                ),
            "sed" or "jq" or "rm" or "mv" or "cp" or "node" => command.Words.Any(word =>
                word.Raw.Contains("package", StringComparison.Ordinal)
                || word.Raw.Contains("lock", StringComparison.Ordinal)
                || word.Raw.Contains("pyproject", StringComparison.Ordinal)
                || word.Raw.Contains("composer", StringComparison.Ordinal)
            ),
            _ => false,
        };
    }
}

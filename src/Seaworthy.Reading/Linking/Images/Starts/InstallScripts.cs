using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Images.Starts;

/// <summary>The scripts that an installation in a stage runs for the packages it installs for: the root, and the members of its workspace that the stage holds.</summary>
/// <remarks>
/// Sources: npm documentation, "scripts: Life Cycle Operation Order" and "ignore-scripts"; Yarn, "Lifecycle scripts"; pnpm, "pnpm install"; Bun, "Lifecycle scripts".
/// What packages of the registry bring is none of it.
/// </remarks>
internal sealed class InstallScripts(Deployment deployment)
{
    private const int FirstWithPrepare = 15;
    private static readonly string[] OfRoot = [.. LifecycleScripts.Always, "prepare"];
    private static readonly EarlierCommands Changing = new(other => Changes(other.Command));
    private static readonly EarlierVariables Settings = new(IsSetting);
    private static readonly string[] SettingsFiles = [".npmrc", ".yarnrc", ".yarnrc.yml", "bunfig.toml"];

    private readonly List<PackageJson> packages =
    [
        .. deployment.Of<PackageJson>().Where(package => package.Scripts.Any(script => OfRoot.Contains(script.Name))),
    ];

    public IEnumerable<InstallScript> Of(ImageStage stage, StageCommand at)
    {
        if (
            packages.Count == 0
            || at is not { Directory: { } directory, IsDemanded: true }
            || KnownCommand.Of(at.Command).OfType<PackageScriptCommand>().FirstOrDefault()
                is not { Verb: "install", IsGlobal: false, Packages: [], Directory: null, Workspaces: [] } install
            || deployment.At<PackageJson>(at.Before, directory, "package.json") is not { } root
            || LeavesScriptsOut(stage, at, directory)
        )
        {
            return [];
        }

        var ofRoot = RunsPrepare(stage, at, install) ? OfRoot : LifecycleScripts.Always;
        return packages
            .Where(package => package == root || IsMember(root, package))
            .Select(package => new
            {
                Package = package,
                Directory = ImagePath.Under(directory, RelativePath.Of(root.File.Directory, package.File.Directory)),
            })
            .Select(member => member.Package == root ? member with { Directory = directory } : member)
            .Where(member => deployment.At<PackageJson>(at.Before, member.Directory, "package.json") == member.Package)
            .SelectMany(member =>
                (member.Package == root ? ofRoot : LifecycleScripts.Always)
                    .Select(member.Package.FindScript)
                    .OfType<PackageScript>()
                    .Select(script => new InstallScript(install.Manager, member.Package, script, member.Directory))
            );
    }

    private bool IsMember(PackageJson root, PackageJson package)
    {
        var workspace = RepositoryPath.Join(root.File.Directory, "pnpm-workspace.yaml");
        var patterns = root.Workspaces.Concat((workspace is null ? null : deployment.At<PnpmWorkspace>(workspace))?.Packages ?? []);
        return patterns.Any(pattern => WorkspacePattern.Names(pattern.Value, root.File.Directory, package.File.Directory));
    }

    /// <summary>npm runs it in production from release 7 on, which Node's image has from 15 on; Yarn and pnpm do not, and Yarn 2 and Bun have their own order.</summary>
    private static bool RunsPrepare(ImageStage stage, StageCommand at, PackageScriptCommand install) =>
        install.Manager switch
        {
            "npm" => !DevelopmentOmission.Of(stage, at, install).Omits || HasNewNpm(stage),
            "pnpm" => !DevelopmentOmission.Of(stage, at, install).Omits,
            _ => false,
        };

    private static bool HasNewNpm(ImageStage stage) =>
        stage is { PublicBase.Name: "node", Base.Text: { } reference }
        && ImageReference.Parse(reference) is { EffectiveTag: var tag }
        && (!int.TryParse(tag.Split('.', '-')[0], out var release) || release >= FirstWithPrepare);

    private static bool LeavesScriptsOut(ImageStage stage, StageCommand at, string directory) =>
        at.Command.Words.Any(word =>
            word.Raw.Contains("ignore-scripts", StringComparison.Ordinal)
            || word.Raw is "--lockfile-only" or "--package-lock-only" or "--dry-run" or "--mode=skip-build" or "--mode=update-lockfile"
        )
        || Settings.AreSetAt(stage.Declared, at.Run)
        || at.Command.Assignments.Any(assignment => IsSetting(assignment.Name))
        || MayHaveSettings(at, directory)
        || Changing.StandBefore(stage, at);

    private static bool IsSetting(string name) =>
        name.Contains("IGNORE_SCRIPTS", StringComparison.OrdinalIgnoreCase) || name == "YARN_ENABLE_SCRIPTS";

    /// <summary>Where scripts are switched off for all, if the stage holds such a file: what is in it is not read.</summary>
    private static bool MayHaveSettings(StageCommand at, string directory) =>
        SettingsFiles.Any(name => at.Before.Find(ImagePath.Under(directory, name)).Presence is Presence.Present or Presence.Produced);

    /// <summary>Takes a script away, or writes another manifest or settings.</summary>
    private static bool Changes(ShellCommand command) =>
        KnownCommand.Of(command).OfType<PackageScriptCommand>().Any(known => known.Verb is "pkg" or "set-script" or "config" or "set")
        || command.Words.Any(word =>
            word.Raw.Contains("package.json", StringComparison.Ordinal) || word.Raw.Contains("npmrc", StringComparison.Ordinal)
        )
        || command.Redirects.Any(redirect => redirect.Target.Raw.Contains("npmrc", StringComparison.Ordinal));
}

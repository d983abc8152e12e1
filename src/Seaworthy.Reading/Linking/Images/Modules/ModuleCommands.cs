using Seaworthy.Model;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Images.Effects;
using CommandLine = Seaworthy.Model.Declared.Scripts.Commands.CommandLine;

namespace Seaworthy.Reading.Linking.Images.Modules;

/// <summary>What one command of a RUN does to the <c>node_modules</c> of a directory.</summary>
internal sealed class ModuleCommands(Deployment deployment, string package)
{
    private static readonly string[] OldPnpm = ["pnpm@6", "pnpm@7", "pnpm@8", "pnpm@9"];

    private static readonly EarlierVariables Settings = new(name =>
        name.Contains("CONFIG_PRODUCTION", StringComparison.OrdinalIgnoreCase)
        || name.Contains("CONFIG_OMIT", StringComparison.OrdinalIgnoreCase)
        || name.Contains("CONFIG_INCLUDE", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("YARN_", StringComparison.Ordinal)
    );

    private static readonly string[] Managers = ["npm", "yarn", "pnpm", "bun"];

    private readonly Dictionary<DockerStage, string[]> written = new(ReferenceEqualityComparer.Instance);

    public ModuleState Apply(ModuleState before, ImageStage stage, StageCommand at, string directory)
    {
        var line = CommandLine.Of(at.Command);
        var modules = ImagePath.Under(directory, "node_modules");
        if (KnownCommand.Of(at.Command).OfType<PackageScriptCommand>().FirstOrDefault() is { } known)
        {
            return Managed(before, stage, at, known, directory);
        }

        return line.Program switch
        {
            "" when line.ProgramWord is null => before,
            "rm" => line.Arguments.Any(word => word.Literal is { } text && ImagePath.Join(at.Directory, text) == modules)
                ? ModuleState.None
                : before,
            "cp" or "mv" or "ln" or "rsync" => Moves(line, at, modules) ? ModuleState.Unknown : before,
            "eval" or "source" or "." or "xargs" or "find" => line.Arguments.Any(NamesManager) ? ModuleState.Unknown : before,
            "mkdir" or "touch" or "curl" or "wget" or "node" or "openssl" => before,
            var program when HarmlessPrograms.Contains(program) || NodeEffects.Builds(program) || DevelopmentRuns(line) => before,
            _ => ModuleState.Unknown,
        };
    }

    /// <summary>Whatever directory is asked for, the command leaves it as it was.</summary>
    public bool LeavesAll(ImageStage stage, StageCommand at) =>
        CommandLine.Of(at.Command).Program is not ("rm" or "cp" or "mv" or "ln" or "rsync")
        && KnownCommand.Of(at.Command).OfType<PackageScriptCommand>().FirstOrDefault()?.Verb is not ("install" or "add" or "prune")
        && ReferenceEquals(Apply(ModuleState.Whole, stage, at, "/"), ModuleState.Whole);

    // npx runs something; what it fetches it keeps elsewhere.
    private static bool DevelopmentRuns(CommandLine line) => line.Wrappers.Contains("npx");

    private static bool NamesManager(Model.Declared.Scripts.ShellWord word) =>
        Managers.Any(manager => word.Raw.Contains(manager, StringComparison.Ordinal));

    private static bool Moves(CommandLine line, StageCommand at, string modules) =>
        line.Arguments.Any(word => word.Raw.Contains("node_modules", StringComparison.Ordinal))
        || line.Arguments.LastOrDefault()?.Literal is not { } last
        || ImagePath.Join(at.Directory, last) is not { } target
        || ImagePath.Inside(target, modules) is not null;

    private ModuleState Managed(ModuleState before, ImageStage stage, StageCommand at, PackageScriptCommand known, string directory) =>
        known.Verb switch
        {
            "install" or "add" when known.IsGlobal => Names(known) ? ModuleState.Whole : before,
            "add" or "install" => Installed(before, stage, at, known, directory),
            "prune" => DevelopmentOmission.Of(stage, at, known) is { Omits: true, Because: var because } && Where(at, known) == directory
                ? Production(at, known, directory) with
                {
                    Because = because,
                }
                : before,
            "run" => Script(at, known) ? ModuleState.Unknown : before,
            "cache"
            or "audit"
            or "version"
            or "help"
            or "ping"
            or "rebuild"
            or "remove"
            or "uninstall"
            or "login"
            or "exec"
            or "fund"
            or "ls"
            or "list" => before,
            // pnpm fetch fills its store; npm config may say what is installed.
            "fetch" or "store" => before,
            "config" or "set" => at.Command.Words.Any(SaysWhat) ? ModuleState.Unknown : before,
            _ => ModuleState.Unknown,
        };

    private static bool SaysWhat(Model.Declared.Scripts.ShellWord word) =>
        word.Prefix.Contains("prod", StringComparison.Ordinal)
        || word.Prefix.Contains("include", StringComparison.Ordinal)
        || word.Prefix.Contains("omit", StringComparison.Ordinal)
        || word.Prefix is "version" or ['b', 'e', 'r', 'r', 'y', ..] or "stable";

    private ModuleState Installed(ModuleState before, ImageStage stage, StageCommand at, PackageScriptCommand known, string directory)
    {
        if (Where(at, known) is not { } place || known.Workspaces.Count > 0 || known.IsInAllWorkspaces || HasOwnSettings(stage, at))
        {
            return ModuleState.Unknown;
        }

        if (place != directory)
        {
            return before;
        }

        var (because, omits) = DevelopmentOmission.Of(stage, at, known);
        if (!omits || Names(known) || at.Command is { IsCondition: true })
        {
            return ModuleState.Whole;
        }

        // One branch of several: what the others do is not asked.
        return
            at.Command is { IsConditional: true } or { FailureIsMasked: true }
            || IsOtherYarn(at, known, place)
            || (because is not null && IsNewPnpm(stage, at, known, place))
            ? ModuleState.Unknown
            : Production(at, known, place) with
            {
                Because = because,
            };
    }

    private static ModuleState Production(StageCommand at, PackageScriptCommand known, string place) =>
        new(ModuleKind.Production)
        {
            Install = at.Command.Span,
            Manager = known.Manager,
            Manifest = at.Before.SourceOf(place, "package.json"),
            Lock = at.Before.SourceOf(
                place,
                known.Manager switch
                {
                    "npm" => "package-lock.json",
                    "yarn" => "yarn.lock",
                    _ => "pnpm-lock.yaml",
                }
            ),
        };

    private static string? Where(StageCommand at, PackageScriptCommand known) =>
        known.Directory is null ? at.Directory
        : known.Directory.Literal is { } inside ? ImagePath.Join(at.Directory, inside)
        : null;

    private bool Names(PackageScriptCommand known) =>
        known.Packages.Any(word =>
            word.Literal is not { } name || name == package || name.StartsWith(package + "@", StringComparison.Ordinal)
        );

    /// <summary>Variables that the managers take for options.</summary>
    private static bool HasOwnSettings(ImageStage stage, StageCommand at) => Settings.AreSetAt(stage.Declared, at.Run);

    /// <summary>Yarn from release 2 on knows no <c>--production</c>, and does not ask NODE_ENV.</summary>
    private bool IsOtherYarn(StageCommand at, PackageScriptCommand known, string place) =>
        known.Manager == "yarn"
        && (
            at.Before.Find(ImagePath.Under(place, ".yarnrc.yml")).Presence == Presence.Present
            || deployment.Tree.HasFile(".yarnrc.yml")
            || (
                deployment.At<PackageJson>(at.Before, place, "package.json")?.PackageManager?.Value is { } manager
                && !manager.StartsWith("yarn@1", StringComparison.Ordinal)
            )
        );

    /// <summary>pnpm from release 10 on does not ask NODE_ENV.</summary>
    /// <remarks>Source: pnpm, issue 8827.</remarks>
    private bool IsNewPnpm(ImageStage stage, StageCommand at, PackageScriptCommand known, string place) =>
        known.Manager == "pnpm"
        && !OldPnpm.Any(old =>
            deployment.At<PackageJson>(at.Before, place, "package.json")?.PackageManager?.Value.StartsWith(old, StringComparison.Ordinal)
                is true
            || IsWritten(stage.Declared, old)
        );

    private bool IsWritten(DockerStage stage, string text)
    {
        if (!written.TryGetValue(stage, out var found))
        {
            written[stage] = found = [.. OldPnpm.Where(old => stage.Lines.Any(line => line.Text.Contains(old, StringComparison.Ordinal)))];
        }

        return found.Contains(text);
    }

    /// <summary>A script of the package that installs something.</summary>
    private bool Script(StageCommand at, PackageScriptCommand known) =>
        known.Arguments.Any(word => word.Literal is "focus" or "--production")
        || (
            Where(at, known) is { } place
            && known.Script?.Literal is { } name
            && deployment.At<PackageJson>(at.Before, place, "package.json")?.FindScript(name) is { } script
            && script.Commands.Any(command =>
                KnownCommand.Of(command).OfType<PackageScriptCommand>().Any(inner => inner.Verb is "install" or "add" or "prune")
            )
        );
}

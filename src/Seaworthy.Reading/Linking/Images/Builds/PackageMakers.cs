using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Images.Builds;

/// <summary>Whether a command may build a package of a workspace. Only of those that are known to leave others alone it is said that they do not.</summary>
/// <remarks>Sources: npm documentation, "scripts", "Life Cycle Scripts"; pnpm and Yarn run those of the members of a workspace as well.</remarks>
internal static class PackageMakers
{
    // They write below the package in which they run.
    private static readonly HashSet<string> OwnBuilders = new(StringComparer.Ordinal)
    {
        "next",
        "vite",
        "tsc",
        "vue-tsc",
        "nest",
        "react-scripts",
        "prisma",
        "eslint",
        "prettier",
        "tsc-alias",
        "rimraf",
        "husky",
        "mkdir",
        "touch",
        "curl",
        "wget",
        "git",
    };

    private static readonly HashSet<string> Idle = new(StringComparer.Ordinal)
    {
        "cache",
        "config",
        "set",
        "fetch",
        "audit",
        "store",
        "version",
        "help",
        "login",
        "ping",
        "pm",
    };

    private static readonly HashSet<string> Installing = new(StringComparer.Ordinal)
    {
        "install",
        "add",
        "prune",
        "rebuild",
        "dedupe",
        "update",
        "remove",
        "uninstall",
        "link",
    };

    /// <param name="others">The packages whose scripts an installation may run.</param>
    public static bool MayBuild(BuildCall call, PackageJson package, IReadOnlyList<PackageJson> others)
    {
        if (call.Line.ProgramWord is null || HarmlessPrograms.Contains(call.Program))
        {
            return false;
        }

        if (KnownCommand.Of(call.Line.Command).OfType<PackageScriptCommand>().FirstOrDefault() is { } known)
        {
            return !Idle.Contains(known.Verb)
                && (!Installing.Contains(known.Verb) || (!known.IsGlobal && !IgnoresScripts(known) && others.Any(BuildsAtInstall)));
        }

        return call.Package == package
            || !OwnBuilders.Contains(call.Program)
            || call.Line.Arguments.Any(word =>
                word.Literal is null or "-b" or "--build"
                || word.Raw.Contains(RepositoryPath.NameOf(package.File.Directory), StringComparison.Ordinal)
            );
    }

    private static bool IgnoresScripts(PackageScriptCommand known) =>
        known.Command.Words.Any(word => word.Raw.StartsWith("--ignore-scripts", StringComparison.Ordinal));

    private static bool BuildsAtInstall(PackageJson package) =>
        package
            .Scripts.Where(script => LifecycleScripts.RunAtInstall(script.Name))
            .SelectMany(script => script.Commands)
            .Any(command => !LifecycleScripts.IsQuiet(CommandLine.Of(command).Program));
}

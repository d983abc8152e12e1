using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Images.Starts;

/// <summary>What a lock file of pnpm records besides packages, and a frozen installation therefore compares: the file of hooks, and patches.</summary>
/// <remarks>Source: pnpm/pnpm#7938, <c>ERR_PNPM_LOCKFILE_CONFIG_MISMATCH</c>; pnpm documentation, ".pnpmfile.cjs" and "pnpm patch".</remarks>
internal static class PnpmParts
{
    private const string Hooks = ".pnpmfile.cjs";

    public static ManifestParts? Of(Deployment deployment, StageCommand command, string directory) =>
        KnownCommand.Of(command.Command).OfType<PackageScriptCommand>().FirstOrDefault()
            is { Manager: "pnpm", Verb: "install", IsFrozen: true, Directory: null } install
        && !command.Command.Words.Any(word => word.Raw.Contains("pnpmfile", StringComparison.Ordinal))
        && deployment.At<LockFile>(command.Before, directory, "pnpm-lock.yaml") is { } locked
            ? new ManifestParts(
                PackageLocks.Tool(install),
                locked.File,
                directory,
                [.. OfHooks(deployment.Tree, locked), .. locked.Patches.Where(patch => IsHere(deployment.Tree, locked, patch.Value))]
            )
            {
                Why = $"recorded by {locked.File.Path}",
            }
            : null;

    // Under another name it stands where a setting says.
    private static IEnumerable<Fact<string>> OfHooks(RepositoryTree tree, LockFile locked) =>
        locked.HooksChecksum is { } checksum && IsHere(tree, locked, Hooks) ? [checksum with { Value = Hooks }] : [];

    /// <summary>The lock may be older than the tree: what is no more there is another matter.</summary>
    private static bool IsHere(RepositoryTree tree, LockFile locked, string path) =>
        RepositoryPath.Join(locked.File.Directory, path) is { } full && tree.HasFile(full);
}

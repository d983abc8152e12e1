using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Images.Starts;

/// <summary>Commands of cargo that work on the package of their directory.</summary>
/// <remarks>Source: The Cargo Book, "Cargo Commands": without <c>--path</c>, <c>cargo install</c> brings a tool from elsewhere.</remarks>
internal static class CargoCommands
{
    /// <summary>The manifest that a command loads; null for one that loads none, or that of another directory.</summary>
    public static CargoManifest? ManifestOf(Deployment deployment, StageCommand command, CommandLine line) =>
        line.Program == "cargo"
        && (line.Verb is "build" or "run" or "test" or "check" or "fetch" or "rustc" or "clippy" || InstallsItself(line))
        && command.Directory is { } directory
        && !line.Arguments.Any(word => word.Prefix.Split('=')[0] == "--manifest-path")
            ? deployment.At<CargoManifest>(command.Before, directory, "Cargo.toml")
            : null;

    /// <summary><c>cargo install --path .</c></summary>
    private static bool InstallsItself(CommandLine line) =>
        line.Verb == "install"
        && line.Arguments.Zip(line.Arguments.Skip(1)).Any(pair => pair is ({ Literal: "--path" }, { Literal: "." or "./" }));
}

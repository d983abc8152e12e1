using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Images.Starts;

/// <summary>Commands of cargo that work on the package of their directory.</summary>
/// <remarks>Source: The Cargo Book, "Cargo Commands". <c>cargo install</c> brings a tool from elsewhere as a rule.</remarks>
internal static class CargoCommands
{
    /// <summary>The manifest that a command loads; null for one that loads none, or that of another directory.</summary>
    public static CargoManifest? ManifestOf(Deployment deployment, StageCommand command, CommandLine line) =>
        line is { Program: "cargo", Verb: "build" or "run" or "test" or "check" or "fetch" or "rustc" or "clippy" }
        && command.Directory is { } directory
        && !line.Arguments.Any(word => word.Prefix.Split('=')[0] == "--manifest-path")
            ? deployment.At<CargoManifest>(command.Before, directory, "Cargo.toml")
            : null;
}

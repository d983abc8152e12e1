using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Platforms;

/// <summary>A nixpacks.toml: how a platform builds and starts an application without a Dockerfile.</summary>
/// <remarks>Source: Nixpacks documentation, "Configuring Builds", "File".</remarks>
public sealed record NixpacksConfig(SourceFile File) : Artifact(File)
{
    /// <summary>The commands of the phases, in their order.</summary>
    public IReadOnlyList<PlatformCommand> PhaseCommands { get; init; } = [];

    public PlatformCommand? StartCommand { get; init; }

    /// <summary><c>nixPkgs</c> of the phase <c>setup</c>: in place of the packages of the detected languages, unless <c>...</c> is among them. Null where it is absent.</summary>
    public IReadOnlyList<Fact<string>>? NixPackages { get; init; }

    /// <summary><c>aptPkgs</c> of every phase.</summary>
    public IReadOnlyList<Fact<string>> AptPackages { get; init; } = [];
}

using Seaworthy.Model.Declared.Platforms;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;
using static Seaworthy.Reading.Readers.Platforms.PlatformValues;

namespace Seaworthy.Reading.Readers.Platforms;

/// <summary>Reads nixpacks.toml and nixpacks.json.</summary>
/// <remarks>Source: Nixpacks documentation, "Configuring Builds", "File".</remarks>
internal sealed class NixpacksReader : Reader
{
    public override bool Accepts(string path) => path[(path.LastIndexOf('/') + 1)..] is "nixpacks.toml" or "nixpacks.json";

    public override Artifact? Read(FileSyntax file)
    {
        var syntax = file.File.Name.EndsWith(".toml", StringComparison.Ordinal) ? file.Toml : file.Json;
        return syntax.Root is not MappingNode root
            ? null
            : new NixpacksConfig(file.File)
            {
                PhaseCommands =
                [
                    .. (root["phases"]?.Entries ?? [])
                        .SelectMany(phase => phase.Value["cmds"]?.Items ?? [])
                        .Select(Command)
                        .OfType<PlatformCommand>(),
                ],
                NixPackages = root.At("phases", "setup", "nixPkgs") is SequenceNode packages ? packages.Texts : null,
                AptPackages = [.. (root["phases"]?.Entries ?? []).SelectMany(phase => phase.Value["aptPkgs"]?.Texts ?? [])],
                StartCommand = Command(root.At("start", "cmd")),
                Problems = syntax.Problems,
            };
    }
}

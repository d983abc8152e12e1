using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Manifests.DotNet;

/// <summary>Reads Properties/launchSettings.json.</summary>
internal sealed class LaunchSettingsReader : Reader
{
    public override bool Accepts(string path) => Path.GetFileName(path) == "launchSettings.json";

    public override Artifact? Read(FileSyntax file)
    {
        var tree = file.Json;
        return new LaunchSettings(file.File, [.. from entry in tree.Root?["profiles"]?.Entries ?? [] select Profile(entry)])
        {
            Problems = tree.Problems,
        };
    }

    private static LaunchProfile Profile(NodeEntry entry) => new(entry.Key, entry.Value["commandName"]?.Text, entry.Span);
}

using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Readers.Manifests.Npm;

/// <summary>Reads turbo.json, whose tasks stood under <c>pipeline</c> before release 2.</summary>
internal sealed class TurboJsonReader : Reader
{
    public override bool Accepts(string path) => Path.GetFileName(path) is "turbo.json" or "turbo.jsonc";

    public override Artifact? Read(FileSyntax file)
    {
        var tree = file.Json;
        return new TurboJson(file.File)
        {
            DependsOn = ((tree.Root?["tasks"] ?? tree.Root?["pipeline"])?.Entries ?? [])
                .GroupBy(entry => entry.Key, StringComparer.Ordinal)
                .ToDictionary(
                    group => group.Key,
                    group => (IReadOnlyList<string>)[.. group.Last().Value["dependsOn"]?.Texts.Select(text => text.Value) ?? []],
                    StringComparer.Ordinal
                ),
            GlobalDependencies = tree.Root?["globalDependencies"]?.Texts ?? [],
        };
    }
}

using Seaworthy.Model.Declared.Platforms;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;
using static Seaworthy.Reading.Readers.Platforms.PlatformValues;

namespace Seaworthy.Reading.Readers.Platforms;

/// <summary>Reads heroku.yml.</summary>
/// <remarks>Source: Heroku Dev Center, "Building Docker Images with heroku.yml".</remarks>
internal sealed class HerokuManifestReader : Reader
{
    public override bool Accepts(string path) => path[(path.LastIndexOf('/') + 1)..] is "heroku.yml" or "heroku.yaml";

    public override Artifact? Read(FileSyntax file)
    {
        var syntax = file.Yaml;
        if (syntax.Root is not MappingNode root || (root["build"] ?? root["run"] ?? root["setup"] ?? root["release"]) is null)
        {
            return null;
        }

        return new HerokuManifest(file.File)
        {
            Images = [.. (root.At("build", "docker")?.Entries ?? []).Select(Image)],
            Release = Command(root.At("release", "command")),
            Processes = Processes(root["run"]),
            Problems = syntax.Problems,
        };
    }

    private static HerokuImage Image(NodeEntry entry) =>
        entry.Value is MappingNode
            ? new HerokuImage(Name(entry), entry.Value["dockerfile"]?.Fact, entry.Value["target"]?.Fact, entry.Span)
            : new HerokuImage(Name(entry), entry.Value.Fact, null, entry.Span);
}

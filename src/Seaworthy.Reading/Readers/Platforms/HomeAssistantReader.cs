using Seaworthy.Model.Declared.Platforms;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Platforms;

/// <summary>Reads <c>config.yaml</c> of an app of Home Assistant, which many programs call their settings: it is known by the keys that the Supervisor requires.</summary>
/// <remarks>Source: Home Assistant developer documentation, "App configuration", "Required configuration options".</remarks>
internal sealed class HomeAssistantReader : Reader
{
    private static readonly string[] Required = ["name", "version", "slug", "description", "arch"];

    public override bool Accepts(string path) => path[(path.LastIndexOf('/') + 1)..] is "config.yaml" or "config.yml";

    public override Artifact? Read(FileSyntax file) =>
        file.Yaml.Root is MappingNode root && Array.TrueForAll(Required, key => root.Find(key) is not null)
            ? new HomeAssistantApp(file.File)
            : null;
}

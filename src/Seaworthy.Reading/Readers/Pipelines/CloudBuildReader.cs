using Seaworthy.Model.Declared.Pipelines;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Pipelines;

/// <summary>Reads <c>cloudbuild.yaml</c> and its variants.</summary>
/// <remarks>Source: Google Cloud, "Build configuration file schema".</remarks>
internal sealed class CloudBuildReader : Reader
{
    public override bool Accepts(string path) => YamlOfTools.ToolOf(path) == "Cloud Build";

    public override Artifact? Read(FileSyntax file) =>
        file.Yaml.Root is not MappingNode root
            ? null
            : new CloudBuild(file.File)
            {
                Steps = [.. (root["steps"]?.Items ?? []).Select(Step).OfType<CloudBuildStep>()],
                Images = [.. root["images"].OneOrMore()],
            };

    private static CloudBuildStep? Step(Node node) =>
        node["name"]?.Fact is { } builder
            ? new CloudBuildStep(builder, [.. node["entrypoint"].OneOrMore(), .. node["args"].OneOrMore(), .. node["script"].OneOrMore()])
            {
                Commands = CloudBuildCommands.Of(node),
                Name = node["id"]?.Text ?? builder.Value[(builder.Value.LastIndexOf('/') + 1)..],
                WaitsForNone = node["waitFor"]?.Items is [ScalarNode { Value: "-" }],
            }
            : null;
}

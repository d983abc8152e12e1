using Seaworthy.Model.Declared.Pipelines;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Pipelines;

/// <summary>Reads <c>cloudbuild.yaml</c> and its variants, and files of any name whose steps run Google's own builders: <c>gcloud builds submit --config</c> takes them all.</summary>
/// <remarks>Source: Google Cloud, "Build configuration file schema".</remarks>
internal sealed class CloudBuildReader : Reader
{
    private const string OwnBuilders = "gcr.io/cloud-builders/";

    public override bool Accepts(string path) =>
        path.EndsWith(".yaml", StringComparison.Ordinal) || path.EndsWith(".yml", StringComparison.Ordinal);

    public override Artifact? Read(FileSyntax file) =>
        (IsNamed(file) || file.File.Text.Contains(OwnBuilders, StringComparison.Ordinal))
        && file.Yaml.Root is MappingNode root
        && (IsNamed(file) || root["steps"]?.Items.Any(RunsOwnBuilder) == true)
            ? new CloudBuild(file.File)
            {
                Steps = [.. (root["steps"]?.Items ?? []).Select(Step).OfType<CloudBuildStep>()],
                Images = [.. root["images"].OneOrMore()],
            }
            : null;

    private static bool IsNamed(FileSyntax file) => YamlOfTools.ToolOf(file.File.Path) == "Cloud Build";

    private static bool RunsOwnBuilder(Node step) => step["name"]?.Text?.StartsWith(OwnBuilders, StringComparison.Ordinal) == true;

    private static CloudBuildStep? Step(Node node) =>
        node["name"]?.Fact is { } builder
            ? new CloudBuildStep(builder, [.. node["entrypoint"].OneOrMore(), .. node["args"].OneOrMore(), .. node["script"].OneOrMore()])
            {
                Commands = CloudBuildCommands.Of(node),
                Name = node["id"]?.Text ?? builder.Value[(builder.Value.LastIndexOf('/') + 1)..],
            }
            : null;
}

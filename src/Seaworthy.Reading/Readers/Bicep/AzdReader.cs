using Seaworthy.Model.Declared.Bicep;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Bicep;

/// <summary>Reads the project file of the Azure Developer CLI.</summary>
/// <remarks>Source: Azure Developer CLI, "azure.yaml schema".</remarks>
internal sealed class AzdReader : Reader
{
    public override bool Accepts(string path) => path[(path.LastIndexOf('/') + 1)..] is "azure.yaml" or "azure.yml";

    public override Artifact? Read(FileSyntax file) =>
        file.Yaml is { Root: MappingNode root } syntax && (root["services"] ?? root["infra"]) is MappingNode
            ? new AzdProject(file.File)
            {
                Services = [.. (root["services"] as MappingNode)?.Pairs.Select(Service) ?? []],
                Infrastructure = root.At("infra", "path")?.Text is { Length: > 0 } path ? path : "infra",
                Problems = syntax.Problems,
            }
            : null;

    private static AzdService Service(NodeEntry pair) =>
        new(new Fact<string>(pair.Key, pair.KeySpan))
        {
            Project = pair.Value["project"]?.Fact,
            Host = pair.Value["host"]?.Text ?? "",
            Language = pair.Value["language"]?.Text ?? "",
            Image = pair.Value["image"]?.Fact,
            Dockerfile = pair.Value.At("docker", "path")?.Fact,
            Context = pair.Value.At("docker", "context")?.Fact,
            Target = pair.Value.At("docker", "target")?.Fact,
        };
}

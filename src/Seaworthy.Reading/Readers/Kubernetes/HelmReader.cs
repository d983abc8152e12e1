using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Kubernetes;

/// <summary>Reads a Helm chart's <c>Chart.yaml</c> and files of values.</summary>
/// <remarks>Helm documentation, "Charts" and "Values Files"; helm-secrets, "Usage": values encrypted by SOPS keep their keys.</remarks>
internal sealed class HelmReader : Reader
{
    private const int MaximumDepth = 20;

    public override bool Accepts(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return name is "Chart.yaml" or "Chart.yml" || IsValues(name) || IsSecret(name);
    }

    public override Artifact? Read(FileSyntax file) =>
        file.Yaml.Root switch
        {
            MappingNode root when IsSecret(file.File.Name) => root["sops"] is MappingNode && root["apiVersion"] is null
                ? Values(file, root)
                : null,
            MappingNode root when !IsValues(file.File.Name) => root["apiVersion"] is null ? null : Chart(file, root),
            MappingNode root when root["apiVersion"] is null => Values(file, root),
            _ => null,
        };

    private static bool IsValues(string name) =>
        name.StartsWith("values", StringComparison.Ordinal) && IsYaml(name) && (name[6] is '.' or '-' or '_');

    private static bool IsSecret(string name) => name.Contains("secrets", StringComparison.Ordinal) && !IsValues(name) && IsYaml(name);

    private static bool IsYaml(string name) =>
        name.EndsWith(".yaml", StringComparison.Ordinal) || name.EndsWith(".yml", StringComparison.Ordinal);

    private static HelmChart Chart(FileSyntax file, MappingNode root) =>
        new(file.File)
        {
            Problems = file.Yaml.Problems,
            Name = root["name"]?.Fact,
            IsLibrary = root["type"]?.Text == "library",
            Version = root["version"]?.Fact,
            Dependencies = [.. (root["dependencies"]?.Items ?? []).Select(Dependency).OfType<HelmDependency>()],
        };

    private static HelmDependency? Dependency(Node node) =>
        node["name"]?.Fact is { } name
            ? new HelmDependency(name, node["version"]?.Fact, node["repository"]?.Fact, node["condition"]?.Fact, node["alias"]?.Fact)
            : null;

    private static HelmValues Values(FileSyntax file, MappingNode root)
    {
        List<HelmValue> values = [];
        Collect(root, "", values, 0);
        return new HelmValues(file.File) { Problems = file.Yaml.Problems, Values = values };
    }

    private static void Collect(MappingNode mapping, string prefix, List<HelmValue> values, int depth)
    {
        foreach (var entry in mapping.Pairs)
        {
            var path = prefix + entry.Key;
            if (entry.Value is MappingNode { Pairs.Count: > 0 } inner && depth < MaximumDepth)
            {
                Collect(inner, path + ".", values, depth + 1);
            }
            else
            {
                values.Add(new HelmValue(path, entry.Value.Fact, entry.KeySpan));
            }
        }
    }
}

using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Kubernetes;

/// <summary>Reads Kubernetes manifests, wherever they are: content decides.</summary>
internal sealed class KubernetesManifestReader : Reader
{
    private const int MaximumNestedLists = 3;

    public override bool Accepts(string path) =>
        (path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".yml", StringComparison.OrdinalIgnoreCase))
        && !KustomizationReader.IsNamed(path);

    public override Artifact? Read(FileSyntax file)
    {
        var text = file.File.Text;
        if (!ManifestContent.MayBe(text))
        {
            return null;
        }

        var isInChart = file.File.Directory.Split('/').Contains("templates") && text.Contains("{{", StringComparison.Ordinal);
        if (isInChart || file.Yaml.HasTemplateActions)
        {
            return Template(file.File);
        }

        List<KubernetesObject> objects = [];
        List<Problem> problems = [.. file.Yaml.Problems];
        foreach (var document in file.Yaml.Documents)
        {
            Add(document, objects, problems, 0);
        }

        return objects.Count == 0 ? null : new KubernetesManifest(file.File) { Objects = objects, Problems = problems };
    }

    private static KubernetesManifest Template(SourceFile file) => new(file) { IsTemplate = true, ValueUses = TemplateValues.Uses(file) };

    private static void Add(Node node, List<KubernetesObject> objects, List<Problem> problems, int depth)
    {
        if (!ManifestContent.IsObject(node))
        {
            return;
        }

        if (node["kind"]?.Text is "List" && depth < MaximumNestedLists)
        {
            foreach (var item in node["items"]?.Items ?? [])
            {
                Add(item, objects, problems, depth + 1);
            }
        }
        else if (ObjectReading.Object(node) is { } found)
        {
            objects.Add(found);
            problems.AddRange(StringValueCheck.Problems(node, found));
        }
    }
}

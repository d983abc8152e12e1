using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Kubernetes;

/// <summary>Reads Kubernetes manifests, wherever they are: content decides.</summary>
internal sealed class KubernetesManifestReader : Reader
{
    private const int MaximumNestedLists = 3;

    public override bool Accepts(string path) => (IsYaml(path) && !KustomizationReader.IsNamed(path)) || IsChartText(path);

    public override Artifact? Read(FileSyntax file)
    {
        var text = file.File.Text;
        var isInChart = file.File.Directory.Split('/').Contains("templates") && text.Contains("{{", StringComparison.Ordinal);
        if (!IsYaml(file.File.Path))
        {
            return isInChart ? Template(file.File) : null;
        }

        if (!ManifestContent.MayBe(text))
        {
            return null;
        }

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

        // A fault in the first lines leaves no object, and still two keys that only a manifest has.
        return objects.Count == 0 && !(problems.Exists(problem => problem.Kind == ProblemKind.Syntax) && ManifestContent.IsMeant(text))
            ? null
            : new KubernetesManifest(file.File) { Objects = objects, Problems = problems };
    }

    private static bool IsYaml(string path) =>
        path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);

    /// <summary>A chart's named templates and notes: they declare no objects, but take values.</summary>
    private static bool IsChartText(string path) =>
        path.Contains("templates/", StringComparison.Ordinal)
        && (path.EndsWith(".tpl", StringComparison.Ordinal) || path.EndsWith("/NOTES.txt", StringComparison.Ordinal));

    private static KubernetesManifest Template(SourceFile file) =>
        new(file)
        {
            IsTemplate = true,
            ValueUses = TemplateValues.Uses(file),
            ValueGuards = TemplateValues.Guards(file),
            Branches = TemplateBranches.Of(file),
        };

    private static void Add(Node written, List<KubernetesObject> objects, List<Problem> problems, int depth)
    {
        // What was meant is read on, so that one wrong letter does not make everything that names the object wrong.
        var node = KindLetters.Corrected(written, problems);
        if (!ManifestContent.IsObject(node))
        {
            ReportHalf(node, problems);
            return;
        }

        if (node["kind"]?.Text is "List" && depth < MaximumNestedLists)
        {
            foreach (var item in (node["items"]?.Items ?? []).Where(item => !ManifestContent.IsFromServer(item)))
            {
                Add(item, objects, problems, depth + 1);
            }
        }
        else if (ObjectReading.Object(node) is { } found)
        {
            objects.Add(found);
            problems.AddRange(StringValueCheck.Problems(node, found));
            problems.AddRange(NameCheck.Problems(node));
            problems.AddRange(PortCheck.Problems(node));
            problems.AddRange(problems.Exists(problem => problem.Kind == ProblemKind.Syntax) ? [] : FieldCheck.Problems(node));
        }
    }

    private static void ReportHalf(Node node, List<Problem> problems)
    {
        if ((node["kind"] is null) != (node["apiVersion"] is null) && node.Entries is [var first, ..])
        {
            var missing = node["kind"] is null ? "kind" : "apiVersion";
            problems.Add(
                new Problem(ProblemKind.InvalidValue, $"the object has no '{missing}', so Kubernetes rejects it", first.KeySpan)
                {
                    IsOfForm = true,
                }
            );
        }
    }
}

using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Readers.Kubernetes;

/// <summary>Reads Kubernetes manifests, wherever they are: content decides.</summary>
internal sealed class KubernetesManifestReader : Reader
{
    // Ansible and others call their directories so, too, and write other templates.
    private static readonly string[] OfHelm = [".Values", ".Release", ".Chart", ".Files", "include \"", "template \"", "toYaml "];

    public override bool Accepts(string path) => (IsYaml(path) && !KustomizationReader.IsNamed(path)) || IsChartText(path);

    public override Artifact? Read(FileSyntax file)
    {
        var text = file.File.Text;
        var isInTemplates = file.File.Directory.Split('/').Contains("templates");
        var isInChart = isInTemplates && text.Contains("{{", StringComparison.Ordinal);
        if (!IsYaml(file.File.Path))
        {
            return isInChart ? Template(file.File) : null;
        }

        if (!ManifestContent.MayBe(text))
        {
            return isInTemplates && IsOfHelm(text) ? Template(file.File) : null;
        }

        if (isInChart || file.Yaml.HasTemplateActions)
        {
            return Template(file.File);
        }

        var (objects, problems) = ManifestObjects.Of(file.Yaml);
        // A fault in the first lines leaves no object, and still two keys that only a manifest has.
        return objects.Count == 0 && !(problems.Any(problem => problem.Kind == ProblemKind.Syntax) && ManifestContent.IsMeant(text))
            ? null
            : new KubernetesManifest(file.File) { Objects = objects, Problems = problems };
    }

    private static bool IsYaml(string path) =>
        path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);

    /// <summary>A chart's named templates and notes: they declare no objects, but take values.</summary>
    private static bool IsChartText(string path) =>
        path.Contains("templates/", StringComparison.Ordinal)
        && (path.EndsWith(".tpl", StringComparison.Ordinal) || path.EndsWith("/NOTES.txt", StringComparison.Ordinal));

    /// <summary>A template that names no object itself: it takes them from values or from named templates, or is empty.</summary>
    private static bool IsOfHelm(string text) =>
        Array.Exists(OfHelm, word => text.Contains(word, StringComparison.Ordinal))
        || text.Split('\n').All(line => line.TrimStart() is [] or ['#', ..]);

    private static KubernetesManifest Template(SourceFile file) =>
        new(file)
        {
            IsTemplate = true,
            ValueUses = TemplateValues.Uses(file),
            ValueGuards = TemplateValues.Guards(file),
            Branches = TemplateBranches.Of(file),
            Problems = [.. TemplateIndents.Problems(file)],
        };
}

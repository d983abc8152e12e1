using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Formats.Yaml;
using Seaworthy.Reading.Readers.Kubernetes;

namespace Seaworthy.Reading.Applying;

/// <summary>Manifests taken apart into their documents, so that some can be applied before others.</summary>
/// <remarks>Source: YAML 1.2, "Document Markers". No line of an object begins with three hyphens in the first column.</remarks>
public static class ManifestDocuments
{
    private const string Mark = "---";

    /// <summary>In the order of the text; documents that declare nothing are left out.</summary>
    /// <param name="path">What places in it are called.</param>
    /// <param name="text">One document or several.</param>
    public static IReadOnlyList<ManifestDocument> Of(string path, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<ManifestDocument> documents = [];
        List<string> lines = [];
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (IsMark(line))
            {
                Add(path, lines, documents);
                lines.Add(line[Mark.Length..]);
            }
            else
            {
                lines.Add(line);
            }
        }

        Add(path, lines, documents);
        return documents;
    }

    /// <summary>Those of manifests without a kustomization or a chart, in the order of their files.</summary>
    public static IReadOnlyList<ManifestDocument> Of(KubernetesStack stack)
    {
        ArgumentNullException.ThrowIfNull(stack);
        return [.. stack.Files.DistinctBy(file => file.Path).SelectMany(file => Of(file.Path, file.Text))];
    }

    /// <summary>The documents as one text again.</summary>
    public static string Join(IEnumerable<string> texts) => string.Join($"{Mark}\n", texts);

    private static bool IsMark(string line) =>
        line.StartsWith(Mark, StringComparison.Ordinal) && (line.Length == Mark.Length || char.IsWhiteSpace(line[Mark.Length]));

    private static void Add(string path, List<string> lines, List<ManifestDocument> documents)
    {
        var text = string.Join('\n', lines).TrimEnd('\n') + "\n";
        lines.Clear();
        var (objects, _) = ManifestObjects.Of(YamlParser.Parse(new SourceFile(path, text)));
        if (objects.Count > 0)
        {
            documents.Add(new ManifestDocument(text, objects));
        }
    }
}

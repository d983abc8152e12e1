using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Kubernetes;

/// <summary>The objects of a manifest, written or rendered, and what the API or the parser would refuse of them.</summary>
internal static class ManifestObjects
{
    private const int MaximumNestedLists = 3;

    public static (IReadOnlyList<KubernetesObject> Objects, IReadOnlyList<Problem> Problems) Of(NodeFile file)
    {
        List<KubernetesObject> objects = [];
        List<Problem> problems = [.. file.Problems];
        foreach (var document in file.Documents)
        {
            Add(document, objects, problems, 0);
        }

        return (objects, problems);
    }

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

using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Workflows;

/// <summary>Reads <c>strategy.matrix</c>.</summary>
/// <remarks>Source: GitHub Docs, "Running variations of jobs in a workflow".</remarks>
internal static class MatrixReader
{
    private const int MaximumDepth = 8;

    public static JobMatrix? Read(Node? node) =>
        node switch
        {
            ScalarNode { IsNull: false } => new JobMatrix([], [], [], node.Template(), node.Span),
            MappingNode mapping => new JobMatrix(
                [.. mapping.Entries.Where(entry => entry.Key is not ("include" or "exclude")).Select(Axis)],
                Combinations(mapping["include"]),
                Combinations(mapping["exclude"]),
                null,
                mapping.Span
            )
            {
                IsPartlyComputed = mapping["include"] is ScalarNode || mapping["exclude"] is ScalarNode,
            },
            _ => null,
        };

    private static MatrixAxis Axis(NodeEntry entry) =>
        new(entry.Key, [.. entry.Value.Items.Select(Value)], (entry.Value as ScalarNode).Template(), entry.KeySpan);

    private static MatrixValue Value(Node node) => new(node.Template(), Fields(node, "", 0), node.Span);

    private static IReadOnlyList<MatrixCombination> Combinations(Node? node) =>
        [.. (node?.Items ?? []).Select(item => new MatrixCombination(Fields(item, "", 0), item.Span))];

    private static List<NamedTemplate> Fields(Node node, string prefix, int depth)
    {
        List<NamedTemplate> fields = [];
        foreach (var entry in node.Entries)
        {
            var name = prefix + entry.Key;
            if (entry.Value.Template() is { } value)
            {
                fields.Add(new NamedTemplate(name, value, entry.KeySpan));
            }
            else if (depth < MaximumDepth)
            {
                fields.AddRange(Fields(entry.Value, name + ".", depth + 1));
            }
        }

        return fields;
    }
}

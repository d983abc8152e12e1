using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Formats.Yaml;

/// <summary>The entries of a mapping as they come: duplicates reported, merge keys resolved at the end, when the explicit keys are known.</summary>
/// <remarks>YAML 1.1 type repository, "Merge Key": explicit keys win, then the earlier of the merged mappings.</remarks>
internal sealed class YamlPairs(List<Problem> problems)
{
    private const int MaximumProblems = 500;
    private readonly List<NodeEntry> pairs = [];
    private readonly Dictionary<string, NodeEntry> first = new(StringComparer.Ordinal);
    private NodeEntry? merge;

    /// <summary>Adds an entry; answers how many entries a merge key will bring.</summary>
    public int Add(string key, Node keyNode, Node value)
    {
        NodeEntry entry = new(key, value, keyNode.Span);
        pairs.Add(entry);
        if (IsMerge(entry) && keyNode is ScalarNode { IsQuoted: false })
        {
            ReportSecond(entry);
            merge ??= entry;
            return Sources(value).Sum(source => source.Pairs.Count);
        }

        if (!first.TryAdd(key, entry) && problems.Count < MaximumProblems)
        {
            problems.Add(
                new Problem(ProblemKind.DuplicateKey, $"duplicate key '{key}' in one mapping", entry.KeySpan, first[key].KeySpan)
                {
                    IsRepetition = SaysTheSame(first[key].Value, value),
                    Remedy = Join(first[key].Value, value),
                }
            );
        }

        return 0;
    }

    public IReadOnlyList<NodeEntry> Merge()
    {
        if (merge is null)
        {
            return pairs;
        }

        List<NodeEntry> merged = [];
        HashSet<string> taken = new(first.Keys, StringComparer.Ordinal);
        foreach (var pair in pairs)
        {
            if (!IsMerge(pair) || first.ContainsKey(pair.Key))
            {
                merged.Add(pair);
                continue;
            }

            var inherited = Sources(pair.Value).SelectMany(source => source.Pairs.Reverse());
            merged.AddRange(inherited.Where(entry => taken.Add(entry.Key)).Select(entry => entry with { IsMerged = true }));
        }

        return merged;
    }

    private void ReportSecond(NodeEntry entry)
    {
        if (merge is not null && problems.Count < MaximumProblems)
        {
            problems.Add(
                new Problem(ProblemKind.DuplicateKey, "duplicate key '<<' in one mapping", entry.KeySpan, merge.KeySpan)
                {
                    IsMerge = true,
                    Remedy = "Name both in one merge key: `<<: [*first, *second]`",
                }
            );
        }
    }

    /// <summary>Two lists, and two mappings of different keys, may be parts of one: deleting either loses what the other does not say.</summary>
    private static string? Join(Node one, Node other) =>
        (one, other) switch
        {
            _ when SaysTheSame(one, other) => null,
            (SequenceNode, SequenceNode) => "Merge the two lists, or keep the right one",
            (MappingNode first, MappingNode second) when !second.Pairs.Any(pair => first.Find(pair.Key) is not null) =>
                "Merge the contents of both keys, or keep the right one",
            _ => null,
        };

    private static bool SaysTheSame(Node one, Node other) =>
        (one, other) is (ScalarNode first, ScalarNode second)
            ? first.Value == second.Value
            : one.Span.Length == other.Span.Length && one.Span.Text == other.Span.Text;

    private static bool IsMerge(NodeEntry entry) => entry.Key == "<<" && Sources(entry.Value).Any();

    private static IEnumerable<MappingNode> Sources(Node value) =>
        value is MappingNode mapping ? [mapping]
        : value is SequenceNode { Elements.Count: > 0 } list && list.Elements.All(item => item is MappingNode)
            ? list.Elements.OfType<MappingNode>()
        : [];
}

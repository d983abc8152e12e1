using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Compose;

/// <summary>Finds every <c>!reset</c> and <c>!override</c> of a file.</summary>
internal static class MergeMarkReading
{
    // Deeper than any key of a service lies; anchors may make a tree deep and wide.
    private const int MaxDepth = 8;

    public static IReadOnlyList<ComposeMergeMark> Marks(MappingNode root)
    {
        List<ComposeMergeMark> marks = [];
        if (
            root.Span.File.Text.Contains("!reset", StringComparison.Ordinal)
            || root.Span.File.Text.Contains("!override", StringComparison.Ordinal)
        )
        {
            Collect(root, [], root.Span, marks);
        }

        return marks;
    }

    private static void Collect(Node node, List<string> path, SourceSpan span, List<ComposeMergeMark> marks)
    {
        if (node.Tag is "!reset" or "!override")
        {
            marks.Add(new ComposeMergeMark([.. path], node.Tag == "!reset", span));
        }
        else if (path.Count < MaxDepth)
        {
            foreach (var entry in node.Entries)
            {
                path.Add(entry.Key);
                Collect(entry.Value, path, entry.KeySpan, marks);
                path.RemoveAt(path.Count - 1);
            }
        }
    }
}

using System.Text;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Shell;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Pipelines;

/// <summary>Scripts that a YAML list gives line by line: one shell runs them all, so a <c>cd</c> in one line holds for the next.</summary>
internal static class ScriptLines
{
    private const int MaximumDepth = 10;

    /// <summary>The commands of a text or (nested) list of texts.</summary>
    public static IReadOnlyList<ShellCommand> Commands(params IReadOnlyList<Node?> scripts)
    {
        List<ScalarNode> lines = [];
        foreach (var script in scripts)
        {
            Collect(script, lines, 0);
        }

        return lines.Count == 0 ? [] : ShellParser.Parse(Join(lines), stopsOnError: true);
    }

    // A reference to lines of another job (GitLab's !reference) holds no commands itself.
    private static void Collect(Node? node, List<ScalarNode> lines, int depth)
    {
        if (node is ScalarNode { IsNull: false } scalar)
        {
            lines.Add(scalar);
        }
        else if (node is SequenceNode { Tag: null } && depth < MaximumDepth)
        {
            foreach (var item in node.Items)
            {
                Collect(item, lines, depth + 1);
            }
        }
    }

    private static MappedText Join(List<ScalarNode> lines)
    {
        StringBuilder text = new();
        List<MappedSegment> segments = [];
        foreach (var line in lines)
        {
            var mapped = line.Mapped;
            segments.AddRange(mapped.Segments.Select(segment => segment with { Offset = segment.Offset + text.Length }));
            text.Append(mapped.Text).Append('\n');
        }

        return new MappedText(text.ToString(), lines[0].Span.File, segments);
    }
}

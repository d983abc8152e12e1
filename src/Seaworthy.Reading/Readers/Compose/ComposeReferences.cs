using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Interpolation;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Compose;

/// <summary>What is in <c>${…}</c> anywhere in a file: Compose fills in all values, those of extensions too.</summary>
internal static class ComposeReferences
{
    private const int MaxDepth = 30;

    /// <summary>Every part of the values that hold one, with its place.</summary>
    public static IReadOnlyList<Fact<TemplatePart>> Of(MappingNode root)
    {
        List<Fact<TemplatePart>> parts = [];
        HashSet<SourceSpan> seen = [];
        Visit(root, 0);
        return parts;

        void Visit(Node node, int depth)
        {
            if (
                node is ScalarNode { IsNull: false } scalar
                && scalar.Value.Contains("${", StringComparison.Ordinal)
                && seen.Add(scalar.Span)
            )
            {
                parts.AddRange(
                    TemplateParser.Parse(scalar.Mapped).Parts.Select(part => new Fact<TemplatePart>(part, part.Span ?? scalar.Span))
                );
            }
            else if (depth < MaxDepth && (node is SequenceNode or MappingNode) && seen.Add(node.Span))
            {
                foreach (var inner in node.Items.Concat(node.Entries.Select(entry => entry.Value)))
                {
                    Visit(inner, depth + 1);
                }
            }
        }
    }
}

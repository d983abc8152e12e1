using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Interpolation;
using Seaworthy.Reading.Formats.Tree;
using Seaworthy.Reading.Readers.Compose.Shapes;
using Seaworthy.Reading.Readers.Shapes;

namespace Seaworthy.Reading.Readers.Compose;

/// <summary>What Compose refuses in a file: against the tables of the specification, what only several keys together make wrong, and references it cannot read.</summary>
/// <remarks>Sources: the JSON schema of the Compose specification; what Compose checks after it has merged its files.</remarks>
internal static class ComposeCheck
{
    public static IReadOnlyList<Problem> Problems(MappingNode root)
    {
        // A service without an origin shows an override file: what is required may stand in the file before.
        var isWhole = (root["services"]?.Entries ?? []).All(entry => ComposeContent.HasOrigin(entry.Value));
        ShapeCheck check = new(IsOpen) { AsksForRequiredKeys = isWhole };
        check.Visit(root, FileShape.Whole, "");
        return [.. check.Problems, .. References(root), .. ComposeContradictions.Find(root, isWhole)];
    }

    /// <summary>What a variable decides may turn out to be of any type.</summary>
    public static bool IsOpen(ScalarNode scalar) =>
        scalar.Value.Contains('$', StringComparison.Ordinal) && TemplateParser.Parse(scalar.Mapped).Literal is null;

    /// <summary>Every <c>${</c> that is no reference Compose understands. It looks at all values, those of extensions too.</summary>
    private static List<Problem> References(MappingNode root)
    {
        List<Problem> problems = [];
        HashSet<SourceSpan> seen = [];
        Visit(root, 0);
        return problems;

        void Visit(Node node, int depth)
        {
            if (
                node is ScalarNode { IsNull: false } scalar
                && scalar.Value.Contains("${", StringComparison.Ordinal)
                && seen.Add(scalar.Span)
            )
            {
                problems.AddRange(Malformed(scalar));
            }
            else if (depth < 30 && (node is SequenceNode or MappingNode) && seen.Add(node.Span))
            {
                foreach (var inner in node.Items.Concat(node.Entries.Select(entry => entry.Value)))
                {
                    Visit(inner, depth + 1);
                }
            }
        }
    }

    private static IEnumerable<Problem> Malformed(ScalarNode scalar) =>
        TemplateParser
            .Parse(scalar.Mapped)
            .Parts.Where(part => part.IsMalformed)
            .Select(part => new Problem(
                ProblemKind.Syntax,
                $"'{part.Text}' is no reference that Compose understands; a literal dollar is written $$",
                part.Span ?? scalar.Span
            ));
}

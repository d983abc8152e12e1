using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.GoTemplate.Running;
using Seaworthy.Reading.Formats.GoTemplate.Syntax;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Formats.Helm;

/// <summary>The tree of a rendered document with its places in the templates that it came from: a manifest's reader takes it for a plain file's.</summary>
/// <param name="template">Whose text was rendered.</param>
/// <param name="trace">Of the rendered text.</param>
/// <param name="find">The file of a source.</param>
internal sealed class HelmPlaces(SourceFile template, GoTrace trace, Func<GoTemplateText, SourceFile?> find)
{
    /// <summary>A place in a template; the template itself for what comes from no file of the tree.</summary>
    public SourceSpan Of(SourceSpan rendered)
    {
        if (trace.At(rendered.Start) is not { } first || find(first.Text) is not { } file)
        {
            return template.Whole;
        }

        var start = Start(first, rendered.Start);
        var last = rendered.Length == 0 ? first : trace.At(rendered.End - 1) ?? first;
        var end = last.Text == first.Text ? End(last, rendered.End) : first.SourceStart + first.SourceLength;
        return new SourceSpan(file, start, Math.Clamp(end - start, 0, file.Text.Length - start));
    }

    public NodeFile Of(NodeFile rendered) =>
        rendered with
        {
            Documents = [.. rendered.Documents.Select(Of)],
            Problems = [.. rendered.Problems.Select(problem => problem with { Span = Of(problem.Span) })],
            Comments = [.. rendered.Comments.Select(comment => new Fact<string>(comment.Value, Of(comment.Span)))],
        };

    private Node Of(Node node) =>
        node switch
        {
            MappingNode mapping => mapping with
            {
                Pairs = [.. mapping.Pairs.Select(pair => new NodeEntry(pair.Key, Of(pair.Value), Of(pair.KeySpan), pair.IsMerged))],
                Span = Of(mapping.Span),
            },
            SequenceNode sequence => sequence with { Elements = [.. sequence.Elements.Select(Of)], Span = Of(sequence.Span) },
            ScalarNode scalar => scalar with { Span = Of(scalar.Span), Map = null },
            _ => node,
        };

    private static int Start(GoTracePart part, int offset) => part.SourceStart + (part.IsVerbatim ? offset - part.Start : 0);

    private static int End(GoTracePart part, int offset) =>
        part.SourceStart + (part.IsVerbatim ? Math.Min(offset - part.Start, part.SourceLength) : part.SourceLength);
}

using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Seaworthy.Reading.Formats.Yaml;

/// <summary>Turns parser events into nodes with exact places. Collections that a fault leaves open are closed with what they hold.</summary>
internal sealed class YamlTreeBuilder(SourceFile file, string text, TemplateMask? mask)
{
    private const int MaximumDepth = 200;
    private const int MaximumNodes = 1_000_000;

    private readonly List<Node> documents = [];
    private readonly List<Problem> problems = [];
    private readonly List<TextRange> scalars = [];
    private readonly YamlAnchors anchors = new();
    private readonly bool hasMarks = YamlRepair.HasMarks(text, file.Text);
    private Parser events = new Parser(TextReader.Null);
    private int origin;
    private int outerFlow = -1;
    private int nodes;
    private int fault = -1;

    public IReadOnlyList<Node> Documents => documents;

    public IReadOnlyList<Problem> Problems => problems;

    public IReadOnlyList<TextRange> Scalars => scalars;

    /// <summary>The end of the last thing read.</summary>
    public int End { get; private set; }

    /// <summary>A syntax fault, or a mapping as a key, which is what <c>{{ name }}</c> looks like.</summary>
    public bool IsDisturbed { get; private set; }

    /// <summary>The place of the first syntax fault.</summary>
    public int FirstFault { get; private set; } = -1;

    /// <summary>The first fault that is the library's own and can be written around.</summary>
    public YamlRefusal? Refusal { get; private set; }

    private bool IsFull => nodes > MaximumNodes;

    /// <summary>Reads documents up to the first fault; answers the place from which to look for another document, or -1 when all was read.</summary>
    public int Read(Parser parser, int from)
    {
        (events, origin, fault) = (parser, from, -1);
        while (Advance() && !IsFull)
        {
            if (events.Current is DocumentStart)
            {
                anchors.Clear();
            }
            else if (
                events.Current is NodeEvent or AnchorAlias
                && ReadNode(0) is { } built
                && built.Node is not ScalarNode { IsNull: true, Span.Length: 0 }
            )
            {
                documents.Add(built.Node);
            }
        }

        return IsFull ? -1 : fault;
    }

    private bool Advance()
    {
        if (fault >= 0)
        {
            return false;
        }

        try
        {
            if (!events.MoveNext())
            {
                End = fault < 0 ? text.Length : End;
                return false;
            }

            End = Math.Max(End, Math.Min(Offset(events.Current?.Start ?? Mark.Empty), text.Length));
            return true;
        }
        catch (YamlException exception)
        {
            var at = Offset(exception.Start);
            Refusal ??= RefusalOf(exception.Message, at);
            Fail(exception.Message, at);
        }
        catch (Exception exception)
            when (exception is ArgumentException or InvalidOperationException or IndexOutOfRangeException or FormatException)
        {
            // The library's own faults, on hostile input and in flow collections.
            Refusal ??= outerFlow >= 0 ? new YamlRefusal(YamlRefusalKind.Flow, outerFlow) : null;
            Fail("the file cannot be read as YAML", End);
        }

        return false;
    }

    private static YamlRefusal? RefusalOf(string message, int at) =>
        message.Contains("extra spaces in first line", StringComparison.Ordinal)
        || message.Contains("more spaces in lines above", StringComparison.Ordinal)
            ? new YamlRefusal(YamlRefusalKind.BlankLines, at)
        : message.Contains("wrong indentation", StringComparison.Ordinal) ? new YamlRefusal(YamlRefusalKind.Quote, at)
        : message.Contains("found invalid comment", StringComparison.Ordinal) ? new YamlRefusal(YamlRefusalKind.Comment, at)
        : message.Contains("unknown escape character", StringComparison.Ordinal) ? new YamlRefusal(YamlRefusalKind.Escape, at)
        : null;

    private void Fail(string message, int at)
    {
        (IsDisturbed, FirstFault) = (true, FirstFault < 0 ? at : FirstFault);
        fault = Math.Max(Math.Max(at, origin), End - 1);
        problems.Add(new Problem(ProblemKind.Syntax, message, YamlPlaces.RestOfLine(file, at)) { Remedy = TornTexts.Remedy(text, at) });
    }

    private Built? ReadNode(int depth)
    {
        if (++nodes > MaximumNodes)
        {
            Limit("the file has too many values");
            return null;
        }

        return events.Current switch
        {
            AnchorAlias alias => ReadAlias(alias, depth),
            Scalar scalar => ReadScalar(scalar),
            MappingStart or SequenceStart when depth >= MaximumDepth => StopTooDeep(),
            SequenceStart sequence => ReadSequence(sequence, depth),
            MappingStart mapping => ReadMapping(mapping, depth),
            _ => null,
        };
    }

    private Built ReadAlias(AnchorAlias alias, int depth)
    {
        SourceSpan span = new(file, Offset(alias.Start), Math.Max(0, Offset(alias.End) - Offset(alias.Start)));
        var found = anchors.Find(alias.Value.Value);
        if (found is null)
        {
            var reason = anchors.IsOpen(alias.Value.Value)
                ? "refers to a value that contains it"
                : "refers to an anchor that is not defined";
            problems.Add(new Problem(ProblemKind.Syntax, $"the alias *{alias.Value.Value} {reason}", span));
        }
        else if (nodes + found.Weight > MaximumNodes || depth + found.Height > MaximumDepth)
        {
            Limit("the file's aliases repeat too many values");
            found = null;
        }

        nodes += found?.Weight ?? 0;
        return found is null ? new Built(Nothing(span), span.End, 1, 0) : found with { End = span.End };
    }

    private Built ReadScalar(Scalar scalar)
    {
        var start = YamlPlaces.SkipProperties(text, Offset(scalar.Start), Offset(scalar.End), scalar);
        var end = YamlPlaces.EndOfScalar(text, start, Offset(scalar.End), scalar.Style);
        SourceSpan span = new(file, start, end - start);
        scalars.Add(new(Offset(scalar.Start), end));
        var value = mask?.Restore(scalar.Value, start, span.Length) ?? scalar.Value;
        value = hasMarks ? YamlRepair.WithoutMarks(value) : value;
        var isPlain = scalar.Style is ScalarStyle.Plain;
        ScalarNode node = new(value, !isPlain, span)
        {
            Tag = TagOf(scalar),
            IsNull = isPlain && IsNull(scalar),
            Map = () => MapOf(scalar, value, start, end),
        };
        Built built = new(node, end, 1, 0);
        anchors.Define(scalar.Anchor, built);
        return built;
    }

    private MappedText MapOf(Scalar scalar, string value, int start, int end)
    {
        var segments = new ScalarMap(text, scalar.Value, start, end, scalar.Style).Build();
        return hasMarks && scalar.Value.Length != value.Length
            ? YamlRepair.WithoutMarks(new MappedText(scalar.Value, file, segments))
            : new MappedText(value, file, segments);
    }

    /// <remarks>YAML 1.2, section 10.3 (core schema); a tag other than <c>!!null</c> makes the words text, but nothing at all stays nothing.</remarks>
    private static bool IsNull(Scalar scalar) =>
        scalar.Value.Length == 0
            ? TagOf(scalar) is not ("!" or "tag:yaml.org,2002:str")
            : TagOf(scalar) is null or "tag:yaml.org,2002:null" && scalar.Value is "~" or "null" or "Null" or "NULL";

    private Built ReadSequence(SequenceStart start, int depth)
    {
        anchors.Open(start.Anchor);
        List<Node> elements = [];
        var (weight, height, before) = (1, 1, nodes);
        var first = YamlPlaces.SkipProperties(text, Offset(start.Start), text.Length, start);
        var isOuter = OpenFlow(start.Style is SequenceStyle.Flow, first);
        var end = first;
        while (Advance() && events.Current is not SequenceEnd && !IsFull)
        {
            if (ReadNode(depth + 1) is { } element)
            {
                elements.Add(element.Node);
                problems.AddRange(FoldedItems.In(element.Node, first));
                (end, height) = (element.End, Math.Max(height, element.Height + 1));
            }
        }

        weight += nodes - before;
        end = EndOf(end, start.Style is SequenceStyle.Flow);
        outerFlow = isOuter ? -1 : outerFlow;
        SequenceNode node = new(elements, new SourceSpan(file, first, Math.Max(0, end - first))) { Tag = TagOf(start) };
        Built built = new(node, end, weight, height);
        anchors.Define(start.Anchor, built);
        return built;
    }

    private Built ReadMapping(MappingStart start, int depth)
    {
        anchors.Open(start.Anchor);
        YamlPairs pairs = new(problems);
        var (height, before) = (1, nodes);
        var first = YamlPlaces.SkipProperties(text, Offset(start.Start), text.Length, start);
        var isOuter = OpenFlow(start.Style is MappingStyle.Flow, first);
        var end = first;
        while (Advance() && events.Current is not MappingEnd && !IsFull)
        {
            if (ReadNode(depth + 1) is not { } key)
            {
                continue;
            }

            IsDisturbed |= key.Node is MappingNode;
            var value = Advance() ? ReadNode(depth + 1) : null;
            (end, height) = (value?.End ?? key.End, Math.Max(height, Math.Max(key.Height, value?.Height ?? 0) + 1));
            nodes += pairs.Add(
                KeyText(key.Node),
                key.Node,
                value?.Node ?? Nothing(new SourceSpan(file, Math.Min(key.End, text.Length), 0))
            );
        }

        end = EndOf(end, start.Style is MappingStyle.Flow);
        outerFlow = isOuter ? -1 : outerFlow;
        MappingNode node = new(pairs.Merge(), new SourceSpan(file, first, Math.Max(0, end - first))) { Tag = TagOf(start) };
        Built built = new(node, end, 1 + nodes - before, height);
        anchors.Define(start.Anchor, built);
        return built;
    }

    /// <summary>Remembers the outermost flow collection; answers whether this is it.</summary>
    private bool OpenFlow(bool isFlow, int at)
    {
        var isOuter = isFlow && outerFlow < 0;
        outerFlow = isOuter ? at : outerFlow;
        return isOuter;
    }

    /// <summary>A block collection ends with its last child (the parser's own mark is at the next token); a flow collection with its bracket.</summary>
    private int EndOf(int lastChild, bool isFlow)
    {
        var bracket = Offset(events.Current?.Start ?? Mark.Empty);
        return isFlow && fault < 0 && bracket >= lastChild && bracket < text.Length && text[bracket] is ']' or '}'
            ? bracket + 1
            : lastChild;
    }

    /// <summary>Gives the document up: going through what is nested deeper costs the scanner time that grows with the square of the depth.</summary>
    private Built? StopTooDeep()
    {
        Limit("the file is nested too deeply");
        fault = Math.Max(End, origin);
        return null;
    }

    private void Limit(string message)
    {
        if (!problems.Exists(problem => problem.Kind == ProblemKind.Limit))
        {
            problems.Add(new Problem(ProblemKind.Limit, message, YamlPlaces.RestOfLine(file, Offset(events.Current?.Start ?? Mark.Empty))));
        }
    }

    private string KeyText(Node key) =>
        key is ScalarNode scalar ? scalar.Value : text.Substring(key.Span.Start, Math.Min(key.Span.Length, 200));

    private static ScalarNode Nothing(SourceSpan span) => new("", false, span) { IsNull = true };

    private static string? TagOf(NodeEvent node) =>
        node.Tag.IsEmpty ? null
        : node.Tag.IsNonSpecific ? "!"
        : node.Tag.Value;

    private int Offset(Mark mark) => (int)Math.Clamp(mark.Index + origin, 0, text.Length);
}

using System.Xml;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Formats.Xml;

/// <summary>XML to elements with places. Document types are skipped, never followed: no entity of a hostile file is expanded.</summary>
internal sealed class XmlParser
{
    private const int MaximumLength = 5_000_000;
    private const int MaximumDepth = 200;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        MaxCharactersInDocument = MaximumLength,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    private readonly SourceFile file;
    private readonly string text;
    private readonly List<Problem> problems;
    private readonly Stack<XmlElementBuilder> open = new();
    private XmlElement? root;

    private XmlParser(SourceFile file, string text, List<Problem> problems) =>
        (this.file, this.text, this.problems) = (file, text, problems);

    public static XmlFile Parse(SourceFile file)
    {
        if (file.Text.Length > MaximumLength)
        {
            return new XmlFile(null, [new Problem(ProblemKind.Limit, "the file is too large", file.Whole)]);
        }

        List<Problem> problems = [];
        return new XmlParser(file, ConflictMarkers.Resolve(file, problems), problems).Read();
    }

    private XmlFile Read()
    {
        // A byte order mark must not reach the reader: it would count as text before the declaration.
        using StringReader characters = new(text is ['\uFEFF', ..] ? text[1..] : text);
        using var reader = XmlReader.Create(characters, Settings);
        try
        {
            while (reader.Read() && Take(reader)) { }
        }
        catch (XmlException exception)
        {
            Report(ProblemKind.Syntax, exception.Message, Offset(exception.LineNumber, exception.LinePosition));
        }

        var end = Math.Min(text.Length, problems.Count > 0 ? problems[^1].Span.End : text.Length);
        while (open.Count > 0)
        {
            Close(end);
        }

        return new XmlFile(root, problems);
    }

    private bool Take(XmlReader reader)
    {
        var at = reader is IXmlLineInfo place ? Offset(place.LineNumber, place.LinePosition) : 0;
        switch (reader.NodeType)
        {
            case XmlNodeType.Element when open.Count >= MaximumDepth:
                Report(ProblemKind.Limit, "the file is nested too deeply", at);
                return false;
            case XmlNodeType.Element:
                Open(reader, at);
                break;
            case XmlNodeType.EndElement:
                Close(text.IndexOf('>', at) is var close and >= 0 ? close + 1 : text.Length);
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA when open.Count > 0:
                open.Peek().AddText(reader.Value, at);
                break;
            default:
                break;
        }

        return true;
    }

    private void Open(XmlReader reader, int at)
    {
        var (length, isEmpty) = (reader.Name.Length, reader.IsEmptyElement);
        XmlElementBuilder element = new(file, reader.LocalName, Math.Max(0, at - 1), Span(at, length));
        var end = at + length;
        while (reader.MoveToNextAttribute())
        {
            var name = reader is IXmlLineInfo place ? Offset(place.LineNumber, place.LinePosition) : at;
            var quote = text.AsSpan(name).IndexOfAny('"', '\'');
            var start = quote < 0 ? name : name + quote + 1;
            var close =
                quote < 0 ? start
                : text.IndexOf(text[start - 1], start) is var found and >= 0 ? found
                : text.Length;
            element.Attributes.Add(
                new XmlAttribute(
                    reader.LocalName,
                    new Fact<string>(reader.Value, Span(start, close - start)),
                    Span(name, reader.Name.Length)
                )
            );
            end = Math.Min(close + 1, text.Length);
        }

        open.Push(element);
        if (isEmpty)
        {
            Close(text.IndexOf('>', Math.Min(end, text.Length)) is var close and >= 0 ? close + 1 : text.Length);
        }
    }

    private void Close(int end)
    {
        var element = open.Pop().Build(end);
        if (open.Count > 0)
        {
            open.Peek().Elements.Add(element);
        }
        else
        {
            root = element;
        }
    }

    private int Offset(int line, int column) =>
        Math.Clamp(
            file.Lines.StartOf(Math.Max(1, line)) + Math.Max(1, column) - 1 + (line == 1 && text is ['\uFEFF', ..] ? 1 : 0),
            0,
            text.Length
        );

    private SourceSpan Span(int start, int length) => new(file, start, Math.Min(length, text.Length - start));

    private void Report(ProblemKind kind, string message, int at) =>
        problems.Add(new Problem(kind, message, Span(at, Math.Min(1, text.Length - at))));
}

using System.Text;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Xml;

/// <summary>An element while it is open.</summary>
internal sealed class XmlElementBuilder(SourceFile file, string name, int start, SourceSpan nameSpan)
{
    private StringBuilder? content;
    private int textStart = -1;
    private int textEnd;

    public List<XmlAttribute> Attributes { get; } = [];

    public List<XmlElement> Elements { get; } = [];

    public void AddText(string value, int at)
    {
        (content ??= new StringBuilder()).Append(value);
        var source = file.Text.AsSpan(at);
        var lead = value.Length - value.AsSpan().TrimStart().Length;
        textStart = textStart < 0 ? at + Math.Min(lead, source.Length) : textStart;
        var end = source.IndexOf('<');
        textEnd = at + (end < 0 ? source : source[..end]).TrimEnd().Length;
    }

    public XmlElement Build(int end)
    {
        var trimmed = content?.ToString().Trim();
        var text = string.IsNullOrEmpty(trimmed)
            ? null
            : new Fact<string>(trimmed, new SourceSpan(file, textStart, Math.Max(0, textEnd - textStart)));
        return new XmlElement(name, Attributes, Elements, text, new SourceSpan(file, start, Math.Max(0, end - start)), nameSpan);
    }
}

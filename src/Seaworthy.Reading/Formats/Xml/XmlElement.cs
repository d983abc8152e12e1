using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Xml;

/// <summary>An element: its name without prefix, its attributes, the elements in it, and its own text.</summary>
/// <param name="Span">From the opening tag to the end of the closing one.</param>
/// <param name="NameSpan">The name in the opening tag.</param>
internal sealed record XmlElement(
    string Name,
    IReadOnlyList<XmlAttribute> Attributes,
    IReadOnlyList<XmlElement> Elements,
    Fact<string>? Text,
    SourceSpan Span,
    SourceSpan NameSpan
)
{
    /// <summary>The value of an attribute, by its name without prefix; letters' case does not count, as in MSBuild.</summary>
    public Fact<string>? Attribute(string name) =>
        Attributes.FirstOrDefault(attribute => attribute.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value;

    /// <summary>The first child of a name.</summary>
    public XmlElement? Element(string name) => Elements.FirstOrDefault(element => element.Name == name);

    /// <summary>All elements of a name below this one, in the order of the file.</summary>
    public IEnumerable<XmlElement> Descendants(string name) =>
        Elements.SelectMany(element => element.Name == name ? element.Descendants(name).Prepend(element) : element.Descendants(name));
}

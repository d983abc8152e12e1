using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Xml;

/// <summary>An attribute by its name without prefix; the value's place is what stands between the quotes.</summary>
internal sealed record XmlAttribute(string Name, Fact<string> Value, SourceSpan NameSpan);

using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Xml;

/// <summary>A parsed XML file; a broken one keeps what stands before the fault.</summary>
internal sealed record XmlFile(XmlElement? Root, IReadOnlyList<Problem> Problems);

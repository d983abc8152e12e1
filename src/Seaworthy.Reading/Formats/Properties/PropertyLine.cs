using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Properties;

/// <summary>A key and its value in a .properties file, escapes undone.</summary>
internal sealed record PropertyLine(string Key, string Value, SourceSpan KeySpan, SourceSpan ValueSpan);

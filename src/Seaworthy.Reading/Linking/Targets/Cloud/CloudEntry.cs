using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Targets.Cloud;

/// <summary>A key of an object, an attribute or a kind of block, with its value.</summary>
/// <param name="Span">Where the key is written.</param>
internal sealed record CloudEntry(string Key, CloudValue Value, SourceSpan Span);

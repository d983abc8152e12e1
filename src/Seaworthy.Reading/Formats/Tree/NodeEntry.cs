using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Tree;

/// <summary>A key and its value. <paramref name="KeySpan"/> is the key alone; <see cref="Span"/> both.</summary>
/// <param name="IsMerged">Came through a YAML merge key (<c>&lt;&lt;</c>); its places are those of the anchor's source.</param>
internal sealed record NodeEntry(string Key, Node Value, SourceSpan KeySpan, bool IsMerged = false)
{
    /// <summary>Key and value; the key alone when the value stands elsewhere (an alias).</summary>
    public SourceSpan Span => Value.Span.Start >= KeySpan.Start ? KeySpan.To(Value.Span) : KeySpan;
}

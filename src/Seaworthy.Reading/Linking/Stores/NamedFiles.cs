using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Stores;

/// <summary>A path that something names for files to keep.</summary>
/// <param name="From">The source from whose directory the path leads; null for the working directory.</param>
internal sealed record NamedFiles(KeptKind Kind, string Path, CodeFile? From, SourceSpan Span)
{
    /// <summary>Why it may be another path; null without a sign of that.</summary>
    public string? DoubtedBecause { get; init; }
}

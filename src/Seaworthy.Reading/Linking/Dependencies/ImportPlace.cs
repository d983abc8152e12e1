using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Dependencies;

/// <summary>Where a package is imported, and whether the program stops there without it.</summary>
internal sealed record ImportPlace(SourceSpan Span, bool Stops)
{
    /// <summary>In a module that nothing was seen to load.</summary>
    public bool IsUnreached { get; init; }
}

using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Dockerfiles;

/// <summary>One line of a .dockerignore.</summary>
/// <param name="Text">As written, trimmed.</param>
/// <param name="Glob">What is matched: cleaned, without <c>!</c> and slashes at either end.</param>
/// <param name="IsException"><c>!</c>: what matches is sent to the build after all.</param>
public sealed record IgnorePattern(string Text, string Glob, bool IsException, SourceSpan Span)
{
    /// <summary>The tool refuses the pattern (an unclosed <c>[</c>, a trailing backslash); it matches nothing.</summary>
    public bool IsInvalid { get; init; }
}

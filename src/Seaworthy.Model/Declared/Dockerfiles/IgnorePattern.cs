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

    /// <summary>A trimmed line as the tool understands it.</summary>
    public static IgnorePattern Of(string text, SourceSpan span)
    {
        var isException = text.StartsWith('!');
        var body = (isException ? text[1..] : text).Trim();
        var glob = body.Length == 0 ? "" : IgnoreGlob.Clean(body);
        glob = glob.Length > 1 && glob[0] == '/' ? glob[1..] : glob;
        return new IgnorePattern(text, glob, isException, span)
        {
            IsInvalid = glob.Length == 0 || (isException && glob == "/") || !IgnoreGlob.IsValid(glob),
        };
    }
}

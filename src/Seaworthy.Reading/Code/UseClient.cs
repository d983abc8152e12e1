namespace Seaworthy.Reading.Code;

/// <summary>The directive <c>"use client"</c>, which stands before everything but comments.</summary>
/// <remarks>Source: React reference, "use client".</remarks>
internal static class UseClient
{
    public static bool Begins(ReadOnlySpan<char> text)
    {
        text = text.TrimStart();
        while (CommentLength(text) is var length and > 0)
        {
            text = text[length..].TrimStart();
        }

        return text.StartsWith("'use client'") || text.StartsWith("\"use client\"");
    }

    /// <summary>How long the comment at the beginning is; 0 without one, or when it never ends.</summary>
    private static int CommentLength(ReadOnlySpan<char> text) =>
        text.StartsWith("//") ? text.IndexOf('\n') + 1
        : text.StartsWith("/*") && text[2..].IndexOf("*/") is var end and >= 0 ? end + 4
        : 0;
}

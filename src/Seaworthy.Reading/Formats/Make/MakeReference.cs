using System.Buffers;

namespace Seaworthy.Reading.Formats.Make;

/// <summary>What is at a dollar sign: <c>$(NAME)</c>, <c>${NAME}</c>, <c>$X</c>, a function call, or <c>$$</c>.</summary>
internal readonly record struct MakeReference(string Content, int End)
{
    public bool IsEscape => Content == "$";

    /// <summary>A name and nothing else: no function, no substitution reference.</summary>
    public bool IsPlainName => Content.Length > 0 && !Content.AsSpan().ContainsAny(NotInNames);

    private static readonly SearchValues<char> NotInNames = SearchValues.Create(" \t:,$(){}");

    public static MakeReference At(string text, int dollar, int end)
    {
        if (dollar + 1 >= end)
        {
            return new MakeReference("", end);
        }

        var open = text[dollar + 1];
        if (open is not ('(' or '{'))
        {
            return new MakeReference(text.Substring(dollar + 1, 1), dollar + 2);
        }

        var close = open == '(' ? ')' : '}';
        var depth = 0;
        for (var at = dollar + 1; at < end; at++)
        {
            depth +=
                text[at] == open ? 1
                : text[at] == close ? -1
                : 0;
            if (depth == 0)
            {
                return new MakeReference(text[(dollar + 2)..at], at + 1);
            }
        }

        // Never closed: make would refuse the line, and the rest is unknown.
        return new MakeReference("", end);
    }
}

using System.Globalization;
using System.Text;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Tree;

/// <summary>Backslash escapes of JSON and TOML strings: undone, and where each character came from.</summary>
internal static class BackslashEscapes
{
    /// <param name="segments">Receives the places of the characters, when they are wanted.</param>
    /// <param name="joinsLines">A backslash at the end of a line swallows the break and the blanks after it (TOML's multi-line strings).</param>
    public static string Undo(string text, int start, int end, List<MappedSegment>? segments, bool joinsLines = false)
    {
        segments?.Add(new MappedSegment(0, start));
        if (text.AsSpan(start, end - start).IndexOf('\\') < 0)
        {
            return text[start..end];
        }

        StringBuilder value = new(end - start);
        for (var at = start; at < end; )
        {
            if (text[at] != '\\' || at + 1 >= end)
            {
                value.Append(text[at++]);
                continue;
            }

            var length = UndoOne(text, at, end, value, joinsLines);
            at += length;
            segments?.Add(new MappedSegment(value.Length, at));
        }

        return value.ToString();
    }

    private static int UndoOne(string text, int at, int end, StringBuilder value, bool joinsLines)
    {
        switch (text[at + 1])
        {
            case 'u':
                return 2 + AppendCode(text, at + 2, Math.Min(end, at + 6), 4, value);
            case 'U':
                return 2 + AppendCode(text, at + 2, Math.Min(end, at + 10), 8, value);
            case var blank when joinsLines && char.IsWhiteSpace(blank):
                var next = at + 1;
                while (next < end && char.IsWhiteSpace(text[next]))
                {
                    next++;
                }

                return next - at;
            case var plain:
                value.Append(
                    plain switch
                    {
                        'n' => '\n',
                        't' => '\t',
                        'r' => '\r',
                        'b' => '\b',
                        'f' => '\f',
                        'e' => '\u001B',
                        _ => plain,
                    }
                );
                return 2;
        }
    }

    private static int AppendCode(string text, int start, int end, int digits, StringBuilder value)
    {
        if (
            end - start < digits
            || !int.TryParse(text.AsSpan(start, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            || code is < 0 or > 0x10FFFF
        )
        {
            value.Append('\uFFFD');
            return 0;
        }

        if (code < 0x10000)
        {
            value.Append((char)code);
        }
        else
        {
            value.Append(char.ConvertFromUtf32(code));
        }

        return digits;
    }
}

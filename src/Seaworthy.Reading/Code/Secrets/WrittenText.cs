using System.Collections.Frozen;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Secrets;

/// <summary>The text that an expression comes to, where the source writes it out: alone, by the name of a constant, or turned into bytes.</summary>
internal static class WrittenText
{
    private const int Steps = 3;

    // What turns a text into the bytes of a key, and what it is called with.
    private static readonly FrozenSet<string> Conversions = FrozenSet.Create(
        StringComparer.Ordinal,
        [
            "getBytes",
            "GetBytes",
            "toByteArray",
            "Encoding",
            "System",
            "Text",
            "UTF8",
            "ASCII",
            "StandardCharsets",
            "Charsets",
            "UTF_8",
            "Buffer",
            "from",
            "utf8",
            "byte",
            "encode",
            "decode",
            "Base64",
            "Decoders",
            "BASE64",
            "BASE64URL",
            "getDecoder",
            "getUrlDecoder",
            "Convert",
            "FromBase64String",
            "TextEncoder",
            "new",
            "this",
            "self",
            "static",
        ]
    );

    /// <summary>Null where a part of it comes from elsewhere: the environment, a configuration, an argument.</summary>
    public static string? Of(CodeReading reading, TokenRange range, CodeScope? scope)
    {
        for (var step = 0; step < Steps; step++)
        {
            if (OnlyPart(reading.Trees, range) is not { } only)
            {
                return null;
            }

            if (reading.Trees.IsKind(only, TokenKind.String))
            {
                return reading.Evaluator.Literal(new TokenRange(only, only + 1));
            }

            var name = reading.Trees.Text(only);
            if (
                reading.AssignmentOf(name, scope) is not { Member: null, Keyword: not "+=" } assignment
                || reading.AssignmentsBeside(assignment).Any()
                || reading.Syntax.Assignments.Any(other => other.Name == "this." + name || other.Name == "self." + name)
            )
            {
                return null;
            }

            range = assignment.Value;
        }

        return null;
    }

    /// <summary>The one text or name of the expression beside what converts it; null for several, and for a text with holes.</summary>
    private static int? OnlyPart(TokenTrees trees, TokenRange range)
    {
        int? only = null;
        for (var at = range.First; at < range.End; at++)
        {
            if (trees.IsKind(at, TokenKind.Text) || trees.IsKind(at, TokenKind.Number))
            {
                return null;
            }

            if (trees.IsKind(at, TokenKind.String) || (trees.IsName(at) && !Conversions.Contains(trees.Text(at))))
            {
                // The name of an encoding: Buffer.from("…", "base64").
                if (only is not null && !(trees.IsKind(at, TokenKind.String) && IsEncoding(trees.Text(at))))
                {
                    return null;
                }

                only ??= at;
            }
        }

        return only;
    }

    private static bool IsEncoding(string token) =>
        token.Trim('"', '\'').ToUpperInvariant() is "UTF8" or "UTF-8" or "BASE64" or "HEX" or "ASCII" or "LATIN1";
}

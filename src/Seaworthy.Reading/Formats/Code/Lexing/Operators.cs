using Seaworthy.Model.Declared.Code;

namespace Seaworthy.Reading.Formats.Code.Lexing;

/// <summary>Operators of more than one character. <c>&gt;&gt;</c> is not among them: it closes nested type arguments far more often than it shifts.</summary>
internal static class Operators
{
    public static int LengthAt(string text, int at, Language language)
    {
        var first = text[at];
        var second = at + 1 < text.Length ? text[at + 1] : '\0';
        var third = at + 2 < text.Length ? text[at + 2] : '\0';
        return (first, second, third) switch
        {
            ('=', '=', '=') or ('!', '=', '=') or ('*', '*', '=') or ('.', '.', '.') or ('.', '.', '=') => 3,
            ('&', '&', '=') or ('|', '|', '=') or ('?', '?', '=') => 3,
            ('|', '>', _) or ('<', '>', _) or ('<', '-', _) when language == Language.Elixir => 2,
            ('?', '-', '>') => language == Language.Php ? 3 : 1,
            ('<', '=', '>') => language is Language.Php or Language.Ruby ? 3 : 2,
            ('.', '=', _) => language == Language.Php ? 2 : 1,
            ('.', not '.', _) when language == Language.Php => 1,
            ('?', '>', _) => language == Language.Php ? 2 : 1,
            ('?', '.', _) when language == Language.Php => 1,
            ('&', '.', _) or ('=', '~', _) => language == Language.Ruby ? 2 : 1,
            ('?', '.', >= '0' and <= '9') => 1,
            ('<', '-', _) => language == Language.Go ? 2 : 1,
            ('?', ':', _) => language is Language.Kotlin or Language.Php ? 2 : 1,
            ('!', '!', _) => language == Language.Kotlin ? 2 : 1,
            ('/', '/', _) => language == Language.Python ? 2 : 1,
            ('=', '>', _) or ('=', '=', _) or ('!', '=', _) or ('<', '=', _) or ('>', '=', _) => 2,
            ('&', '&', _) or ('|', '|', _) or ('?', '?', _) or ('?', '.', _) => 2,
            (':', ':', _) => language == Language.Python ? 1 : 2,
            ('-', '>', _) or (':', '=', _) or ('.', '.', _) => 2,
            ('+' or '-' or '*' or '/' or '%' or '|' or '&' or '^', '=', _) => 2,
            ('+', '+', _) or ('-', '-', _) or ('*', '*', _) => 2,
            _ => char.IsHighSurrogate(first) && char.IsLowSurrogate(second) ? 2 : 1,
        };
    }
}

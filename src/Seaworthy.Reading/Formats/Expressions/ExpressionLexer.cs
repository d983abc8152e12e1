namespace Seaworthy.Reading.Formats.Expressions;

/// <summary>Cuts an expression into tokens.</summary>
/// <remarks>Source: GitHub Docs, "Evaluate expressions in workflows and actions", Literals and Operators.</remarks>
internal static class ExpressionLexer
{
    private static readonly string[] Symbols = ["&&", "||", "==", "!=", "<=", ">=", "!", "<", ">", "(", ")", "[", "]", ",", ".", "*"];

    /// <summary>The tokens from <paramref name="start"/> up to <paramref name="end"/>, the last one of kind <see cref="ExpressionTokenKind.End"/>.</summary>
    public static List<ExpressionToken> Read(string text, int start, int end)
    {
        List<ExpressionToken> tokens = [];
        var at = start;
        while (true)
        {
            while (at < end && char.IsWhiteSpace(text[at]))
            {
                at++;
            }

            if (at >= end)
            {
                tokens.Add(new ExpressionToken(ExpressionTokenKind.End, "", end, 0));
                return tokens;
            }

            var token = Next(text, at, end, tokens);
            tokens.Add(token);
            at = token.End;
        }
    }

    private static ExpressionToken Next(string text, int at, int end, List<ExpressionToken> before)
    {
        var first = text[at];
        if (first == '\'')
        {
            return Quoted(text, at, end);
        }

        if (IsNameStart(first))
        {
            return Run(ExpressionTokenKind.Name, text, at, end, IsNamePart);
        }

        // After a name or a bracket a dot is a property; anywhere else ".5" is a number.
        var afterValue = before is [.., { Kind: ExpressionTokenKind.Name } or { Value: ")" or "]" or "*" }];
        if (char.IsAsciiDigit(first) || first is '-' or '+' || (first == '.' && !afterValue))
        {
            return Run(ExpressionTokenKind.Number, text, at, end, character => IsNamePart(character) || character is '.' or '+');
        }

        foreach (var symbol in Symbols)
        {
            if (at + symbol.Length <= end && string.CompareOrdinal(text, at, symbol, 0, symbol.Length) == 0)
            {
                return new ExpressionToken(ExpressionTokenKind.Symbol, symbol, at, symbol.Length);
            }
        }

        return Run(
            ExpressionTokenKind.Invalid,
            text,
            at,
            end,
            character => !char.IsWhiteSpace(character) && character is not (')' or ',' or ']')
        );
    }

    private static ExpressionToken Quoted(string text, int start, int end)
    {
        for (var at = start + 1; at < end; at++)
        {
            if (text[at] != '\'')
            {
                continue;
            }

            if (at + 1 < end && text[at + 1] == '\'')
            {
                at++;
                continue;
            }

            var value = text[(start + 1)..at].Replace("''", "'", StringComparison.Ordinal);
            return new ExpressionToken(ExpressionTokenKind.Text, value, start, at + 1 - start);
        }

        return new ExpressionToken(ExpressionTokenKind.Invalid, text[start..end], start, end - start);
    }

    private static ExpressionToken Run(ExpressionTokenKind kind, string text, int start, int end, Func<char, bool> belongs)
    {
        var at = start + 1;
        while (at < end && belongs(text[at]))
        {
            at++;
        }

        return new ExpressionToken(kind, text[start..at], start, at - start);
    }

    private static bool IsNameStart(char character) => char.IsAsciiLetter(character) || character == '_';

    private static bool IsNamePart(char character) => char.IsAsciiLetterOrDigit(character) || character is '_' or '-';
}

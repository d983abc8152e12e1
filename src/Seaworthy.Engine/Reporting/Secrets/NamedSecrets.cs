using System.Buffers;
using System.Collections.Frozen;
using Seaworthy.Model.Known;

namespace Seaworthy.Engine.Reporting.Secrets;

/// <summary><c>NAME=value</c>, <c>"name": "value"</c>, <c>name: value</c>, where the name ends in a word for a secret.</summary>
internal static class NamedSecrets
{
    private const int Least = 4;

    // Names are no longer: a line of a thousand signs is not read a thousand times to its end.
    private const int LongestName = 200;
    private const int LongestValue = 20_000;

    private static readonly string[] Words =
    [
        "password",
        "passwd",
        "pwd",
        "secret",
        "secretkey",
        "secret_key_base",
        "secretkeybase",
        "secret_key",
        "token",
        "apikey",
        "api_key",
        "privatekey",
        "private_key",
        "accesskey",
        "access_key",
        "encryptionkey",
        "encryption_key",
        "jwtkey",
        "jwt_key",
        "credential",
        "credentials",
    ];

    private static readonly FrozenSet<string> Actions = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "change check create forgot gen generate get hash make new print reset rotate set show update verify".Split(' ')
    );

    private static readonly string[] Headers = ["auth", "authorization", "_header", "-header"];

    private static readonly string[] Sources =
    [
        "process.",
        "import.meta",
        "os.",
        "env.",
        "config.",
        "settings.",
        "self.",
        "this.",
        "System.",
        "Deno.",
        "Bun.",
        "std::",
    ];

    private static readonly SearchValues<char> Blanks = SearchValues.Create(" \t\r\n");
    private static readonly SearchValues<char> BehindGlued = SearchValues.Create(" \t\r\n\"'`,;)]}>");
    private static readonly SearchValues<char> NameLetters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.:$!"
    );

    public static Range Next(string text, int from)
    {
        for (var at = NextSign(text, from); at >= 0; at = NextSign(text, at + 1))
        {
            // DB_PASSWORD+=X
            var before = text.AsSpan(from, at - from).TrimEnd().TrimEnd(text[at] == '=' ? "+" : "");
            var name = Name(before);
            var isNamed = IsNamed(before, name);
            if (
                (isNamed || IsHeader(before) || SecretWords.Hint(name))
                && (
                    isNamed && Items(text, at, name) is { End.Value: > 0 } items
                        ? items
                        : Value(text, at + 1, isParameter: before.Length > name.Length && before[^(name.Length + 1)] is '?' or '&')
                )
                    is { End.Value: > 0 } value
                && (isNamed || (IsHeader(before) && RandomLooks.Has(text.AsSpan()[value])) || RandomLooks.IsStrong(text.AsSpan()[value]))
            )
            {
                return value;
            }
        }

        return default;
    }

    private static int NextSign(string text, int from) => text.AsSpan(from).IndexOfAny(':', '=') is var at and >= 0 ? from + at : -1;

    private static bool IsNamed(ReadOnlySpan<char> before, ReadOnlySpan<char> name)
    {
        if (IsAction(name))
        {
            return false;
        }

        var key = before.TrimEnd("'\"\\");
        foreach (var word in Words)
        {
            if (key.EndsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        // "pass": "X"; without the marks the word says as often that something went well.
        return SecretWords.Promise(name) || (name.Equals("pass", StringComparison.OrdinalIgnoreCase) && before is [.., '"' or '\'']);
    }

    /// <summary><c>change-password</c>, <c>generate:token</c>: a script by that name; its value must look like a secret by itself.</summary>
    private static bool IsAction(ReadOnlySpan<char> name)
    {
        var end = name.IndexOfAny('-', ':');
        return end > 0 && Actions.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name[..end]);
    }

    /// <summary>The word before the sign, without quotation marks and the backslashes before those.</summary>
    private static ReadOnlySpan<char> Name(ReadOnlySpan<char> before)
    {
        var key = before.TrimEnd("'\"\\");
        return key[Start(key)..];
    }

    /// <summary><c>AUTH_HEADER=dXNlcjpw…</c>, <c>"auth": "dXNlcjpw…"</c>, <c>_auth=…</c>: as often a word that names a way to sign in.</summary>
    private static bool IsHeader(ReadOnlySpan<char> before)
    {
        var name = before.TrimEnd("'\"\\");
        foreach (var word in Headers)
        {
            if (name.EndsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static int Start(ReadOnlySpan<char> name)
    {
        var start = name.Length;
        while (start > 0 && (char.IsAsciiLetterOrDigit(name[start - 1]) || name[start - 1] is '_' or '-' or '.'))
        {
            start--;
        }

        return start;
    }

    private static Range Value(string text, int from, bool isParameter)
    {
        while (from < text.Length && char.IsWhiteSpace(text[from]))
        {
            from++;
        }

        // ${NAME:?message} holds no value, ${NAME:-value} does.
        if (from < text.Length && text[from] is '?' or '+')
        {
            return default;
        }

        if (from < text.Length && text[from] is '-')
        {
            from++;
        }

        // b"", f"", r"" and u"" of Python, $'' of a shell.
        var isPrefixed =
            from + 1 < text.Length && char.ToLowerInvariant(text[from]) is 'b' or 'f' or 'r' or 'u' or '$' && text[from + 1] is '\'' or '"';
        var value = Quoted(text, isPrefixed ? from + 1 : from);
        // "?sig=…&se=…": what follows is another parameter.
        return isParameter && text.IndexOf('&', value.Start.Value, value.End.Value - value.Start.Value) is > 0 and var next
            ? value.Start..next
            : value;
    }

    /// <summary>The items of a list: <c>API_TOKENS=(X Y)</c> of a shell, <c>"passwords": ["X", "Y"]</c>.</summary>
    private static Range Items(string text, int sign, ReadOnlySpan<char> name)
    {
        var start = sign + 1;
        while (start < text.Length && text[start] == ' ' && start - sign < Least)
        {
            start++;
        }

        var rest = text.AsSpan(start, Math.Min(LongestValue, text.Length - start));
        var isArray =
            start == sign + 1 && rest is ['(', not '"' and not '$', ..] && !name.ContainsAnyInRange('a', 'z') && text[sign] == '=';
        var close =
            isArray ? ')'
            : rest is ['[', '"' or '\'', ..] ? ']'
            : '\0';
        var end = close == '\0' ? -1 : rest.IndexOfAny(close, '\n');
        if (end < 0 || rest[end] != close)
        {
            return default;
        }

        var items = rest[..end].Trim("[(\"' ");
        var first = start + rest[..end].IndexOf(items, StringComparison.Ordinal);
        return items.Length >= Least ? first..(first + items.Length) : default;
    }

    private static Range Quoted(string text, int from)
    {
        // A string in a string: {"env": "{\"key\": \"value\"}"}.
        if (from + 1 < text.Length && text[from] == '\\' && text[from + 1] is '\'' or '"')
        {
            var close = text.AsSpan(from + 2).IndexOfAny('\\', '"', '\n');
            return close >= Least ? (from + 2)..(from + 2 + close) : default;
        }

        var quote = from < text.Length && text[from] is '\'' or '"' ? text[from] : '\0';
        // Known before the end is looked for: a line of a thousand calls is not read a thousand times to its end.
        if (quote == '\0' && (IsCall(text.AsSpan(from)) || IsReference(text.AsSpan(from))))
        {
            return default;
        }

        var start = quote == '\0' ? from : from + 1;
        var isHole = quote == '\0' && IsHole(text, start);
        var end = quote == '\0' ? start : QuotedEnd(text, start, quote);
        while (quote == '\0' && end < text.Length && !Ends(text, end, isHole))
        {
            // A blank that a shell keeps.
            end += text[end] == '\\' && end + 1 < text.Length && text[end + 1] == ' ' ? 2 : 1;
        }

        end = isHole && HoleEnd(text, end) is > 0 and var brace ? brace : end;
        end = quote == '\0' ? end : Glued(text, end, quote);

        return end - start >= Least ? start..end : default;
    }

    /// <summary>The mark that closes a literal in its line. One that is not closed ends at a blank: what was cut off is not known.</summary>
    private static int QuotedEnd(string text, int start, char quote)
    {
        if (QuotedText.End(text, start, quote) is >= 0 and var end)
        {
            return end;
        }

        var rest = text.AsSpan(start, Math.Min(LongestValue, text.Length - start));
        return rest.IndexOfAny(Blanks) is var blank and >= 0 ? start + blank : start + rest.Length;
    }

    /// <summary>What stands behind the closing mark without a blank belongs to the value for a shell, and was written so on purpose elsewhere: <c>"ab"X</c>, <c>'ab'X'</c>.</summary>
    private static int Glued(string text, int end, char quote)
    {
        var behind = end + 1;
        if (behind >= text.Length || text[end] != quote || !char.IsAsciiLetterOrDigit(text[behind]))
        {
            return end;
        }

        var rest = text.AsSpan(behind, Math.Min(LongestValue, text.Length - behind));
        return rest.IndexOfAny(BehindGlued) is var stop and >= 0 ? behind + stop : behind + rest.Length;
    }

    /// <summary>A mark behind a value ends it; the same mark in the middle of a random one is a part of it. Rather too much is hidden than too little.</summary>
    private static bool Ends(string text, int at, bool isHole) =>
        char.IsWhiteSpace(text[at])
        || text[at] is '\'' or '"'
        || (
            text[at] is ',' or ';' or '`' && (at + 1 == text.Length || char.IsWhiteSpace(text[at + 1]) || text[at + 1] is '}' or ']' or ')')
        )
        || (text[at] == '}' && (isHole || at + 1 == text.Length || !char.IsAsciiLetterOrDigit(text[at + 1])));

    /// <summary>A default goes on to the brace that closes it, over blanks and marks; 0 where that is not in the line, or another reference comes first.</summary>
    private static int HoleEnd(string text, int from)
    {
        var rest = text.AsSpan(from, Math.Min(LongestValue, text.Length - from));
        var end = rest.IndexOfAny("{}\r\n");
        return end >= 0 && rest[end] == '}' ? from + end : 0;
    }

    /// <summary>What stands here is the default of <c>${NAME:-value}</c>: before it there is nothing but the name and the sign.</summary>
    private static bool IsHole(string text, int start)
    {
        var open = start;
        while (
            open > 0
            && start - open < LongestName
            && (char.IsAsciiLetterOrDigit(text[open - 1]) || text[open - 1] is '_' or '.' or ':' or '-' or '=')
        )
        {
            open--;
        }

        return open > 1 && text[open - 1] == '{' && text[open - 2] == '$';
    }

    /// <summary><c>load_secret()</c>; a bracket behind anything but a name is part of the value.</summary>
    private static bool IsCall(ReadOnlySpan<char> value)
    {
        // []byte("X") of Go.
        var called = value.StartsWith("[]", StringComparison.Ordinal) ? value[2..] : value;
        var name = called[..Math.Min(LongestName, called.Length)].IndexOfAnyExcept(NameLetters);
        return name >= 0 && called[name] == '(' && (name == 0 || !char.IsAsciiDigit(value[0]));
    }

    /// <summary><c>process.env.NAME</c>, <c>settings.secret</c>: where the value is, not the value.</summary>
    private static bool IsReference(ReadOnlySpan<char> value)
    {
        foreach (var source in Sources)
        {
            if (value.StartsWith(source, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}

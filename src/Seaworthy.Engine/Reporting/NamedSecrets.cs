using System.Buffers;
using Seaworthy.Model.Known;

namespace Seaworthy.Engine.Reporting;

/// <summary><c>NAME=value</c>, <c>"name": "value"</c>, <c>name: value</c>, where the name ends in a word for a secret.</summary>
internal static class NamedSecrets
{
    private const int Least = 4;

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

    private static readonly SearchValues<char> NameLetters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.:$!"
    );

    public static Range Next(string text, int from)
    {
        for (var at = NextSign(text, from); at >= 0; at = NextSign(text, at + 1))
        {
            if (IsNamed(text.AsSpan(from, at - from).TrimEnd()) && Value(text, at + 1) is { End.Value: > 0 } value)
            {
                return value;
            }
        }

        return default;
    }

    private static int NextSign(string text, int from) => text.AsSpan(from).IndexOfAny(':', '=') is var at and >= 0 ? from + at : -1;

    private static bool IsNamed(ReadOnlySpan<char> before)
    {
        var name = before is [.., '\'' or '"'] ? before[..^1] : before;
        foreach (var word in Words)
        {
            if (name.EndsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        // Whatever the rules call a secret by its name is hidden by it.
        return SecretNames.IsSecret(name[Start(name)..]);
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

    private static Range Value(string text, int from)
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

        // b"", f"", r"" and u"" of Python.
        var prefixed =
            from < text.Length && char.ToLowerInvariant(text[from]) is 'b' or 'f' or 'r' or 'u' ? Quoted(text, from + 1) : default;
        return prefixed.End.Value > 0 ? prefixed : Quoted(text, from);
    }

    private static Range Quoted(string text, int from)
    {
        var quote = from < text.Length && text[from] is '\'' or '"' ? text[from] : '\0';
        var start = quote == '\0' ? from : from + 1;
        var end = start;
        while (end < text.Length && (quote == '\0' ? !Ends(text, start, end) : text[end] != quote && !char.IsWhiteSpace(text[end])))
        {
            end++;
        }

        var isCode = start == from && (IsCall(text.AsSpan(start, end - start)) || IsReference(text.AsSpan(start, end - start)));
        return end - start >= Least && !isCode ? start..end : default;
    }

    /// <summary>A mark behind a value ends it; the same mark in the middle of a random one is a part of it. Rather too much is hidden than too little.</summary>
    private static bool Ends(string text, int start, int at) =>
        char.IsWhiteSpace(text[at])
        || text[at] is '\'' or '"'
        || (
            text[at] is ',' or ';' or '`' && (at + 1 == text.Length || char.IsWhiteSpace(text[at + 1]) || text[at + 1] is '}' or ']' or ')')
        )
        || (text[at] == '}' && (at + 1 == text.Length || !char.IsAsciiLetterOrDigit(text[at + 1]) || IsHole(text, start)));

    /// <summary>What stands here is the default of <c>${NAME:-value}</c>.</summary>
    private static bool IsHole(string text, int start) =>
        text.LastIndexOf("${", start, StringComparison.Ordinal) is >= 0 and var open && text.IndexOf('}', open, start - open) < 0;

    /// <summary><c>load_secret()</c>; a bracket behind anything but a name is part of the value.</summary>
    private static bool IsCall(ReadOnlySpan<char> value)
    {
        var open = value.IndexOf('(');
        return open == 0 || (open > 0 && !char.IsAsciiDigit(value[0]) && !value[..open].ContainsAnyExcept(NameLetters));
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

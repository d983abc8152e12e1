using System.Buffers;
using Seaworthy.Model.Declared.Secrets;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Readers.Secrets;

/// <summary>Tokens of the known forms, found by one search for all their beginnings.</summary>
internal static class TokenScan
{
    private const int MostBefore = 100;

    // The Base64 of an opening brace and quotation mark.
    private const string Signed = "eyJ";
    private const int MostSigned = 2000;

    private static readonly SearchValues<char> TokenLetters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-."
    );

    private static readonly SearchValues<string> Prefixes = SearchValues.Create(
        [.. SecretFormats.All.Select(format => format.Prefix)],
        StringComparison.Ordinal
    );

    private static readonly string[] ExampleWords =
    [
        "example",
        "such as",
        "e.g.",
        "for instance",
        "looks like",
        "look like",
        "in the form",
        "of the form",
        "dummy",
        "demo key",
        "demo token",
        "fake",
        // What a field shows as long as nobody wrote into it.
        "placeholder",
        "empty-text",
    ];

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    public static IEnumerable<WrittenSecret> Find(SourceFile file)
    {
        var text = file.Text;
        for (var at = Next(text, 0); at >= 0; at = Next(text, at + 1))
        {
            if (at > 0 && (char.IsAsciiLetterOrDigit(text[at - 1]) || text[at - 1] is '_' or '-'))
            {
                continue;
            }

            foreach (var format in SecretFormats.All)
            {
                if (Length(text, at, format) is var length and > 0)
                {
                    var value = text.Substring(at, length);
                    SourceSpan span = new(file, at, length);
                    yield return SecretValue.Of(format.Kind, SecretCertainty.Format, value, span) with
                    {
                        HalfBeside = format.IsId ? KeyHalfScan.Beside(span) : null,
                        IsHarmless = (format.IsHarmless && !IsOfLanguageModel(text, at)) || IsOfSignedAddress(text, at),
                        IsPlaceholder = IsPlaceholder(value, format) || IsCalledExample(text, at) || IsCutOff(text, at + length),
                    };
                    break;
                }
            }
        }
    }

    /// <summary>Which key signed an address that is good for a while: its secret half is not in it.</summary>
    /// <remarks>Source: Amazon S3 documentation, "Authenticating Requests: Using Query Parameters".</remarks>
    private static bool IsOfSignedAddress(string text, int at) =>
        text.AsSpan(0, at).EndsWith("X-Amz-Credential=", StringComparison.Ordinal)
        || text.AsSpan(0, at).EndsWith("AWSAccessKeyId=", StringComparison.Ordinal);

    /// <summary>Signed tokens that say themselves that they open everything.</summary>
    public static IEnumerable<WrittenSecret> FindSigned(SourceFile file)
    {
        var text = file.Text;
        for (
            var at = text.IndexOf(Signed, StringComparison.Ordinal);
            at >= 0;
            at = text.IndexOf(Signed, at + Signed.Length, StringComparison.Ordinal)
        )
        {
            var length = text.AsSpan(at).IndexOfAnyExcept(TokenLetters) is var end and >= 0 ? end : text.Length - at;
            if (length < MostSigned && (at == 0 || !TokenLetters.Contains(text[at - 1])))
            {
                var value = text.Substring(at, length);
                if (SignedToken.IsServiceRole(value))
                {
                    yield return SecretValue.Of(
                        "Supabase service key",
                        SecretCertainty.Format,
                        value,
                        new SourceSpan(file, at, length)
                    ) with
                    {
                        IsPlaceholder = IsCalledExample(text, at),
                    };
                }
            }
        }
    }

    /// <summary>Keys that are known by how they end: 32 hexadecimal digits, and these letters.</summary>
    /// <remarks>Source: New Relic documentation, "New Relic API keys", "License key": 40 characters ending in NRAL.</remarks>
    public static IEnumerable<WrittenSecret> FindByEnd(SourceFile file)
    {
        const int Before = 32;
        var text = file.Text;
        for (
            var at = text.IndexOf(SecretFormats.LicenseEnd, StringComparison.Ordinal);
            at >= 0;
            at = text.IndexOf(SecretFormats.LicenseEnd, at + 1, StringComparison.Ordinal)
        )
        {
            var start = at - Before;
            if (
                start >= 0
                && !text.AsSpan(start, Before).ContainsAnyExcept(HexDigits)
                && (start == 0 || !char.IsAsciiLetterOrDigit(text[start - 1]))
                && SecretValue.Entropy(text.AsSpan(start, Before)) > 3
            )
            {
                var value = text.Substring(start, Before + SecretFormats.LicenseEnd.Length);
                yield return SecretValue.Of(
                    "New Relic license key",
                    SecretCertainty.Format,
                    value,
                    new SourceSpan(file, start, value.Length)
                ) with
                {
                    IsPlaceholder = IsCalledExample(text, start),
                };
            }
        }
    }

    /// <summary>What stands before it in the line says so: <c>examples=["whsec_…"]</c>.</summary>
    public static bool IsCalledExample(string text, int at)
    {
        var before = LineBefore(text, at);
        foreach (var word in ExampleWords)
        {
            if (before.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The author left out the rest: <c>sk-proj-AbC…</c>, <c>sk-proj-AbC...</c>.</summary>
    private static bool IsCutOff(string text, int end) => text.AsSpan(end) is ['.', '.', '.', ..] or ['…', ..];

    /// <summary>A key of Google is harmless in a page, where addresses limit it; anyone with a Gemini key uses it at its owner's cost: <c>GEMINI_API_KEY=AIza…</c>.</summary>
    /// <remarks>Source: Google AI for Developers, "Using Gemini API keys", "Keep your API key secure".</remarks>
    private static bool IsOfLanguageModel(string text, int at)
    {
        var before = LineBefore(text, at);
        return before.Contains("GEMINI", StringComparison.OrdinalIgnoreCase)
            || before.Contains("GENERATIVE", StringComparison.OrdinalIgnoreCase);
    }

    private static ReadOnlySpan<char> LineBefore(string text, int at) =>
        text.AsSpan(Math.Max(text.LastIndexOf('\n', at) + 1, at - MostBefore)..at);

    private static int Next(string text, int from) => text.AsSpan(from).IndexOfAny(Prefixes) is var found and >= 0 ? from + found : -1;

    private static int Length(string text, int at, SecretFormat format)
    {
        if (!text.AsSpan(at).StartsWith(format.Prefix, StringComparison.Ordinal))
        {
            return 0;
        }

        var start = at + format.Prefix.Length;
        var end = start;
        while (end < text.Length && end - start <= format.Maximum && format.Allows(text[end]))
        {
            end++;
        }

        var length = end - start;
        return
            length >= format.Minimum
            && length <= format.Maximum
            && (format.Inner is null || text.AsSpan(start, length).Contains(format.Inner, StringComparison.Ordinal))
            ? end - at
            : 0;
    }

    /// <summary>Most letters and digits follow the one before them: <c>abcd1234efgh5678ijkl9012</c>.</summary>
    private static bool IsCountedUp(string value)
    {
        var next = 0;
        for (var at = 1; at < value.Length; at++)
        {
            next += value[at] == value[at - 1] + 1 || (value[at - 1] == '9' && value[at] == '0') ? 1 : 0;
        }

        return next * 2 > value.Length;
    }

    // Documentation writes tokens of the right form: EXAMPLE at the end, one letter over and over, your_key_here.
    private static bool IsPlaceholder(string value, SecretFormat format)
    {
        var rest = value[format.Prefix.Length..];
        return rest.Contains("EXAMPLE", StringComparison.Ordinal)
            || SecretNames.IsPlaceholder(rest)
            || PublishedSecrets.Contains(value)
            || (format.HasChecksum && !TokenChecksum.Holds(rest))
            || SecretValue.Entropy(rest) < 3
            || IsCountedUp(rest)
            // Text that somebody made up, with or without the padding of base64: no token stands for letters alone.
            || SecretValue.Decoded(rest.PadRight((rest.Length + 3) / 4 * 4, '=')) is not null
            || (format.Alphabet is not (SecretAlphabet.Upper or SecretAlphabet.Base32) && !rest.Any(char.IsAsciiDigit));
    }
}

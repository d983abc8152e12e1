using System.Buffers;
using Seaworthy.Model.Declared.Secrets;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Readers.Secrets;

/// <summary>Assignments of random-looking literals to names that promise a secret: <c>JWT_SECRET=…</c>, <c>"apiKey": "…"</c>, <c>password: …</c>.</summary>
internal static class NamedScan
{
    private const int LeastLength = 20;
    private const int LongestComment = 500;
    private const int MostLength = 300;
    private const double LeastEntropy = 3.5;
    private const double LeastEntropyInCode = 4.0;

    private static readonly SearchValues<string> Words = SearchValues.Create(
        [
            "password",
            "passwd",
            "secret",
            "token",
            "apikey",
            "api_key",
            "api-key",
            "private_key",
            "access_key",
            "encryption_key",
            "signing_key",
            "passphrase",
            "credentials",
        ],
        StringComparison.OrdinalIgnoreCase
    );

    private static readonly SearchValues<char> NameLetters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-."
    );
    private static readonly SearchValues<char> EnvironmentLetters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");
    private static readonly SearchValues<char> ValueStops = SearchValues.Create(" \t\r\n\"'`,;()<>{}[]#");

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    private static readonly string[] Publishable =
    [
        "phc_",
        "pk_live_",
        "pk_test_",
        "pk_prod_",
        "pk.eyJ",
        // AWS AppSync gives it to every browser. Source: AWS AppSync developer guide, "API_KEY authorization".
        "da2-",
        // A public key, whatever it is called: the heads of RSA keys of 1024, 2048 and 4096 bits. Source: RFC 5280, 4.1, SubjectPublicKeyInfo.
        "MIGfMA0GCSqGSIb3DQEBAQUAA4GN",
        "MIIBIjANBgkqhkiG9w0BAQEFAAOC",
        "MIICIjANBgkqhkiG9w0BAQEFAAOC",
    ];

    public static IEnumerable<WrittenSecret> Find(SourceFile file, bool isCode)
    {
        var text = file.Text;
        var needsQuotes = isCode && !file.Name.EndsWith(".sh", StringComparison.Ordinal);
        for (var at = Next(text, 0); at >= 0; )
        {
            var (start, end) = Name(text, at);
            if (
                !IsComment(text, start)
                && Value(text, end, needsQuotes) is { Length: >= LeastLength and <= MostLength } span
                && SecretNames.IsSecret(text.AsSpan()[start..end])
            )
            {
                var value = text.Substring(span.Start, span.Length);
                if (LooksRandom(value, isCode && !IsOfEnvironment(text.AsSpan()[start..end])) && !IsPublishable(value))
                {
                    var secret = SecretValue.Of(
                        "secret",
                        SecretCertainty.NameAndEntropy,
                        value,
                        new SourceSpan(file, span.Start, span.Length)
                    );
                    yield return secret with
                    {
                        Name = text[start..end],
                        // Words in base64, as Kubernetes writes them, are no more random than without.
                        IsPlaceholder = secret.IsPlaceholder || (SecretValue.Decoded(value) is { } inner && !LooksRandom(inner, isCode)),
                        IsHarmless =
                            (IsYaml(file) && IsForTrying(text, start))
                            || SignedToken.IsSpent(value)
                            || IsProofOfOwner(file)
                            || IsAllowed(text, start)
                            || IsAccount(value),
                    };
                }
            }

            at = Next(text, Math.Max(end, at + 1));
        }
    }

    /// <summary>A comment on the line marks it for another scanner: it is no secret.</summary>
    /// <remarks>Source: gitleaks, README, "gitleaks:allow"; detect-secrets, README, "Inline Allowlisting".</remarks>
    private static bool IsAllowed(string text, int at)
    {
        var end = text.IndexOf('\n', at) is >= 0 and var newLine ? newLine : text.Length;
        var line = text.AsSpan(at, end - at);
        return line.Contains("gitleaks:allow", StringComparison.Ordinal)
            || line.Contains("pragma: allowlist secret", StringComparison.Ordinal);
    }

    /// <summary>The address of an account or a contract, which a ledger shows to everybody: <c>0x</c> and 40 digits.</summary>
    /// <remarks>Source: Ethereum, "Accounts": an address is the last 20 bytes of a hash.</remarks>
    private static bool IsAccount(string value) =>
        value is ['0', 'x', ..] && value.Length == 42 && value.AsSpan(2).IndexOfAnyExcept(HexDigits) < 0;

    /// <summary><c>R2_SECRET_ACCESS_KEY</c>: the name of a variable, whatever language the file is in.</summary>
    private static bool IsOfEnvironment(ReadOnlySpan<char> name) => name.Contains('_') && !name.ContainsAnyExcept(EnvironmentLetters);

    /// <summary>A token that Google Play asks a library to publish in its archive.</summary>
    private static bool IsProofOfOwner(SourceFile file) =>
        file.Name == "verification.properties" && file.Path.Contains("META-INF/", StringComparison.Ordinal);

    private static bool IsYaml(SourceFile file) =>
        file.Name.EndsWith(".yml", StringComparison.Ordinal) || file.Name.EndsWith(".yaml", StringComparison.Ordinal);

    /// <summary>Below <c>development:</c> or <c>test:</c>, as Rails keeps secrets that open nothing.</summary>
    private static bool IsForTrying(string text, int at) =>
        OuterLines.Of(text, at).Any(line => line is "development:" or "test:" or "testing:" or "dev:");

    /// <summary>What is commented out shows how a value would look; a token of a known form is found anyway, and so is the half of a key behind its ID.</summary>
    internal static bool IsComment(string text, int at)
    {
        var window = text.AsSpan(Math.Max(0, at - LongestComment), Math.Min(at, LongestComment));
        var before = window[(window.LastIndexOf('\n') + 1)..];
        // The ID stands before it on the line, or on the line above.
        return before.TrimStart() is ['#', ..] or ['/', '/', ..] or ['-', '-', ' ', ..]
            && !window[(window[..^before.Length].TrimEnd('\n').LastIndexOf('\n') + 1)..].Contains("AKIA", StringComparison.Ordinal);
    }

    private static int Next(string text, int from) => text.AsSpan(from).IndexOfAny(Words) is var found and >= 0 ? from + found : -1;

    private static (int Start, int End) Name(string text, int at)
    {
        var start = at;
        var end = at;
        while (start > 0 && at - start < 80 && NameLetters.Contains(text[start - 1]))
        {
            start--;
        }

        while (end < text.Length && end - at < 80 && NameLetters.Contains(text[end]))
        {
            end++;
        }

        return (start, end);
    }

    /// <summary>The literal to the right of <c>=</c> or <c>:</c>; in code only one in quotes, but for a shell.</summary>
    private static (int Start, int Length)? Value(string text, int end, bool needsQuotes)
    {
        var at = end;
        if (at < text.Length && text[at] is '"' or '\'')
        {
            at++;
        }

        at = SkipBlanks(text, at);
        if (at >= text.Length || text[at] is not ('=' or ':'))
        {
            return null;
        }

        at = SkipBlanks(text, at + (at + 1 < text.Length && text[at + 1] is '=' ? 2 : 1));
        var isQuoted = at < text.Length && text[at] is '"' or '\'' or '`';
        if (!isQuoted && needsQuotes)
        {
            return null;
        }

        var start = isQuoted ? at + 1 : at;
        var window = text.AsSpan(start, Math.Min(text.Length - start, MostLength + 1));
        var stop = window.IndexOfAny(ValueStops);
        var length = stop < 0 ? window.Length : stop;
        // A quoted text with spaces in it is a sentence; a bracket after a word is a call.
        var closes = start + length < text.Length ? text[start + length] : '\n';
        return (isQuoted && closes is '"' or '\'' or '`') || (!isQuoted && closes is '\r' or '\n' or ' ' or '\t' or ',' or ';' or '#')
            ? (start, length)
            : null;
    }

    internal static int SkipBlanks(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t')
        {
            at++;
        }

        return at;
    }

    /// <summary>The provider hands it out for pages that everybody may read: <c>pk_live_…</c> of Stripe, <c>pk_prod_…</c> of Onramper, <c>pk.eyJ…</c> of Mapbox, <c>phc_…</c> of PostHog.</summary>
    /// <remarks>Sources: Stripe, "API keys"; Mapbox, "Access tokens", "Public tokens begin with pk".</remarks>
    private static bool IsPublishable(string value) =>
        Array.Exists(Publishable, start => value.StartsWith(start, StringComparison.Ordinal))
        || SignedToken.IsAnonymous(value)
        || IsOfDevice(value);

    /// <summary>The address of one app on one phone, which sends nothing by itself: <c>fh2q…:APA91b…</c>. The key of a server has the same middle, and begins with <c>AAAA</c>.</summary>
    /// <remarks>Source: Firebase Cloud Messaging, "About FCM messages", registration token and server key.</remarks>
    private static bool IsOfDevice(string value) =>
        value.IndexOf(":APA91b", StringComparison.Ordinal) > 0 && !value.StartsWith("AAAA", StringComparison.Ordinal);

    private static bool LooksRandom(string value, bool isCode) =>
        value.Any(char.IsAsciiDigit)
        && value.Any(char.IsAsciiLetter)
        && !value.Contains("://", StringComparison.Ordinal)
        // A text of another alphabet, as files of translations write it: \u4fee\u6539.
        && !value.StartsWith("\\u", StringComparison.Ordinal)
        && value is not ['/', ..] and not ['.', ..] and not ['@', ..]
        && value.All(letter => letter is > ' ' and < (char)127)
        && value.Count(letter => letter == '.') < 3
        && SecretValue.Entropy(value) >= (isCode ? LeastEntropyInCode : LeastEntropy)
        && Digits(value);

    // Words with a number at the end are names, not keys: digits of a key are among its letters.
    private static bool Digits(string value)
    {
        var changes = 0;
        for (var at = 1; at < value.Length; at++)
        {
            changes += char.IsAsciiDigit(value[at]) != char.IsAsciiDigit(value[at - 1]) ? 1 : 0;
        }

        return changes >= 4;
    }
}

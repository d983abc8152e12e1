using Seaworthy.Model.Known;

namespace Seaworthy.Engine.Reporting.Secrets;

/// <summary>The value of an option whose name promises a secret: <c>--client-secret X</c>, <c>--api-key=X</c>, as words or as a list.</summary>
internal static class SecretOptions
{
    private const int Least = 4;
    private const int LongestName = 60;

    private static readonly string[] FileEndings = [".pem", ".key", ".json", ".txt", ".yaml", ".yml", ".env", ".crt", ".p8", ".p12"];

    public static Range Next(string text, int from)
    {
        for (var at = Dashes(text, from); at >= 0; at = Dashes(text, at + 2))
        {
            var start = at + 2;
            var end = start;
            while (
                end < text.Length && end - start < LongestName && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '-' or '_' or '.')
            )
            {
                end++;
            }

            if (
                (at == 0 || !char.IsAsciiLetterOrDigit(text[at - 1]) && text[at - 1] != '-')
                && IsSecret(text.AsSpan(start..end))
                && Value(text, end) is { End.Value: > 0 } value
                && IsValue(text.AsSpan()[value], text.AsSpan(start..end))
            )
            {
                return value;
            }
        }

        return default;
    }

    private static int Dashes(string text, int from) => from < text.Length ? text.IndexOf("--", from, StringComparison.Ordinal) : -1;

    private static bool IsSecret(ReadOnlySpan<char> name) => name is "pass" or "pwd" || SecretWords.Promise(name);

    private static Range Value(string text, int from)
    {
        var word = OptionWord.After(text, from);
        return word.Start.Value > from && word.End.Value - word.Start.Value >= Least ? word : default;
    }

    /// <summary>Neither the next option, nor a file, nor one of BuildKit's secrets (<c>--secret id=npmrc,src=.npmrc</c>), nor the name under which a secret is kept (<c>--secret db_password</c>).</summary>
    private static bool IsValue(ReadOnlySpan<char> value, ReadOnlySpan<char> name)
    {
        if (
            value[0] is '-' or '/' or '.' or '~' or '$' or '<' or '|' or '&' or '>' or '{' or '%'
            || value.StartsWith("id=", StringComparison.Ordinal)
        )
        {
            return false;
        }

        foreach (var ending in FileEndings)
        {
            if (value.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return !name.EndsWith("secret", StringComparison.OrdinalIgnoreCase) || value.ContainsAnyInRange('0', '9') || RandomLooks.Has(value);
    }
}

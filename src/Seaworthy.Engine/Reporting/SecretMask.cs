using System.Text;

namespace Seaworthy.Engine.Reporting;

/// <summary>Hides what looks like a secret in a line before anybody sees it: two characters stay, so that its owner recognises it.</summary>
internal static class SecretMask
{
    private const string Dots = "•••";

    public static string Apply(string text) => Searches.Aggregate(text, Hide);

    private static readonly Search[] Searches =
    [
        PrivateKeys.NextContent,
        PrivateKeys.NextEncoded,
        PrivateKeys.WholeLine,
        UrlPasswords.Next,
        KnownTokens.Next,
        LicenseKeys.Next,
        NamedSecrets.Next,
        FallbackSecrets.Next,
    ];

    /// <summary>The next secret from a position on; empty when there is none.</summary>
    private delegate Range Search(string text, int from);

    private static string Hide(string text, Search next)
    {
        StringBuilder? masked = null;
        var copied = 0;
        for (var found = next(text, 0); found.End.Value > 0; found = next(text, found.End.Value))
        {
            masked ??= new StringBuilder(text.Length);
            masked.Append(text, copied, found.Start.Value - copied).Append(Masked(text[found]));
            copied = found.End.Value;
        }

        return masked is null ? text : masked.Append(text, copied, text.Length - copied).ToString();
    }

    // References, empty values and numbers tell nothing; neither do the words that stand for a value.
    private static string Masked(string value) =>
        value.Length < 4
        || value.StartsWith('$')
        || value.Contains("${", StringComparison.Ordinal)
        || value.Contains("$(", StringComparison.Ordinal)
        || value.Contains("{{", StringComparison.Ordinal)
        || value.Contains(Dots, StringComparison.Ordinal)
            ? value
        : value.StartsWith('<')
        || (value.Length < 9 && value.All(char.IsAsciiDigit))
        || value is "true" or "false" or "null" or "None" or "undefined"
            ? value
        : value[..2] + Dots;
}

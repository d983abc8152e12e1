using System.Buffers;
using System.Text.RegularExpressions;

namespace Seaworthy.Engine.Reporting;

/// <summary>Hides what looks like a secret in a line before anybody sees it: two characters stay, so that its owner recognises it.</summary>
internal static partial class SecretMask
{
    private const string Dots = "•••";

    // Asked first: few lines hold any of these, and expressions cost more than a search.
    private static readonly SearchValues<string> Signs = SearchValues.Create(
        [
            "pass",
            "pwd",
            "secret",
            "token",
            "key",
            "credential",
            "auth",
            "://",
            "AKIA",
            "ghp_",
            "gho_",
            "github_pat",
            "sk_live",
            "sk-",
            "xox",
            "eyJ",
            "AIza",
            "glpat-",
            "dsn",
        ],
        StringComparison.OrdinalIgnoreCase
    );

    public static string Apply(string text)
    {
        if (!text.AsSpan().ContainsAny(Signs))
        {
            return text;
        }

        text = Credentials().Replace(text, found => found.Groups[1].Value + Masked(found.Groups[2].Value) + "@");
        text = WellKnown().Replace(text, found => Masked(found.Value));
        return Assignment().Replace(text, found => found.Groups[1].Value + Masked(found.Groups[2].Value));
    }

    // References, empty values and numbers tell nothing; neither do the words that stand for a value.
    private static string Masked(string value) =>
        value.Length < 4
        || value.Contains('$', StringComparison.Ordinal)
        || value.Contains("{{", StringComparison.Ordinal)
        || value.Contains(Dots, StringComparison.Ordinal)
            ? value
        : value.StartsWith('<') || value.All(char.IsAsciiDigit) || value is "true" or "false" or "null" or "None" or "undefined" ? value
        : value[..2] + Dots;

    // scheme://user:password@
    [GeneratedRegex(@"([a-z][a-z0-9+.-]*://[^\s:/@'""]*:)([^\s@/'""]+)@", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Credentials();

    // The prefixes by which the forges and clouds themselves recognise their tokens.
    [GeneratedRegex(
        @"\b(?:AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{20,}|github_pat_[A-Za-z0-9_]{20,}|glpat-[A-Za-z0-9_-]{20,}|sk_live_[A-Za-z0-9]{16,}|sk-[A-Za-z0-9_-]{20,}|xox[abprs]-[A-Za-z0-9-]{10,}|AIza[A-Za-z0-9_-]{30,}|eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)?)",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex WellKnown();

    // NAME=value, "name": "value", name: value, where the name ends in a word for a secret.
    [GeneratedRegex(
        @"([A-Za-z0-9_.-]*(?:password|passwd|pwd|secret|secret_?key|token|api_?key|private_?key|access_?key|encryption_?key|jwt_?key|credentials?)['""]?\s*[:=]\s*[bfru]?['""]?)([^\s'"",;`]{4,})",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Assignment();
}

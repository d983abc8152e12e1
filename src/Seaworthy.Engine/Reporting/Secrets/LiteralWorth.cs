using System.Buffers;
using Seaworthy.Model;
using Seaworthy.Model.Known;

namespace Seaworthy.Engine.Reporting.Secrets;

/// <summary>
/// Which secrets are hidden wherever their text stands. A report in which "database" or the name of a service is masked helps nobody, so:
/// <list type="bullet">
/// <item>Short literals (under 8 characters), references, addresses, files, placeholders (<c>changeme</c>) and the words that everybody takes (<c>postgres</c>) are hidden beside their names only.</item>
/// <item>A sentence (<c>stands twice</c>) is hidden beside its name only: words of a report would be taken for it. One with a random word in it is no sentence.</item>
/// <item>What looks random is hidden everywhere; in source only when it stands in quotation marks.</item>
/// <item>
/// What reads like words (<c>correct-horse-battery</c>) is hidden everywhere if it is all that configuration gives to a variable of the environment or to a password, unless the repository has something else of that
/// name: a service, host, image, database, user, file, object. One word of letters alone must have 16 of them: shorter ones stand in sentences.
/// </item>
/// </list>
/// </summary>
internal sealed class LiteralWorth(Deployment deployment)
{
    private const int Least = 8;
    private const int Most = 20_000;
    private const int LeastWord = 16;

    private static readonly SearchValues<char> OfWords = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_@!"
    );

    private static readonly SearchValues<char> OfVariables = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");
    private static readonly SearchValues<char> Separators = SearchValues.Create("-_@! 0123456789");
    private static readonly string[] References = ["://", "<%", "•••", "=>", "\n"];
    private static readonly SearchValues<char> SignsOfReferences = SearchValues.Create("$<%{[(&*");

    private readonly Lazy<RepositoryNames> names = new(() => new RepositoryNames(deployment));

    public static bool IsLong(string value) => value.Length is >= Least and <= Most && !value.AsSpan().ContainsAny('\n', '\r');

    public bool IsHidden(SecretLiteral literal)
    {
        var value = literal.Value;
        if (!IsLong(value) || IsReference(value) || IsPlaceholder(value) || SecretNames.IsWeak(value))
        {
            return false;
        }

        var isSource = literal.File is { } file && FileKinds.IsSource(file.Name);
        return RandomLooks.Has(value)
            ? (literal.IsQuoted || !isSource)
                // "argocd-k8s-auth" is a directory, and a constant that ends in Auth.
                && (RandomLooks.IsStrong(value) || !names.Value.HasPath(value))
                && (!value.Contains(' ', StringComparison.Ordinal) || IsRandomPhrase(literal, isSource))
            : literal.IsWhole
                && !isSource
                && (literal.File is not { } written || !FileKinds.IsProse(written.Name))
                && IsOfPassword(literal.Name)
                && IsWords(value)
                && !names.Value.Contains(value);
    }

    /// <summary>All that configuration gives to a name, with a word in it that is none of a language: a report could say it by quoting alone.</summary>
    private static bool IsRandomPhrase(SecretLiteral literal, bool isSource) =>
        literal.IsWhole
        && !isSource
        && (literal.File is not { } written || !FileKinds.IsProse(written.Name))
        && SecretWords.Promise(literal.Name)
        && Array.Exists(literal.Value.Split(' '), word => RandomLooks.Has(word));

    private static bool IsReference(string value) =>
        SecretReferences.Has(value)
        || (value is ['%' or '{' or '[' or '(' or '.' or '~' or '&' or '*', ..] && !RandomLooks.IsStrong(value))
        || (value[0] == '/' && !RandomLooks.Has(value))
        || Array.Exists(References, mark => value.Contains(mark, StringComparison.Ordinal));

    /// <summary>A value drawn by chance may begin with a sign of a reference, or hold one.</summary>
    private static bool IsPlaceholder(string value) =>
        SecretNames.IsPlaceholder(
            RandomLooks.IsStrong(value) && value.AsSpan().ContainsAny(SignsOfReferences)
                ? string.Concat(value.Where(letter => !SignsOfReferences.Contains(letter)))
                : value
        );

    // "existingSecret", "tokenKey" and the like are given the name of something.
    private static bool IsOfPassword(string name) =>
        (name.Contains('_', StringComparison.Ordinal) && !name.AsSpan().ContainsAnyExcept(OfVariables))
        || name.EndsWith("password", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith("passwd", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith("passphrase", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith("pwd", StringComparison.OrdinalIgnoreCase);

    private static bool IsWords(string value) =>
        !value.AsSpan().ContainsAnyExcept(OfWords)
        // The name of a variable stands for its value.
        && value.AsSpan().ContainsAnyExcept(OfVariables)
        && value.AsSpan().ContainsAnyInRange('a', 'z')
        && (value.Length >= LeastWord || value.AsSpan().ContainsAny(Separators));
}

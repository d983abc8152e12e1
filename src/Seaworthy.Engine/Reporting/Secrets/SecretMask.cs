using System.Buffers;
using System.Collections.Frozen;
using System.Text;
using Seaworthy.Model.Known;

namespace Seaworthy.Engine.Reporting.Secrets;

/// <summary>Hides what looks like a secret in a line before anybody sees it: two characters stay, so that its owner recognises it.</summary>
internal static class SecretMask
{
    public const string Dots = "•••";

    private const int Least = 4;
    private const int LongestName = 100;
    private const int LongestNumber = 8;

    private static readonly SearchValues<char> Letters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
    );

    // What says that there is no secret, or which way of signing in is asked for.
    private static readonly FrozenSet<string> Words = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "true false null none undefined disabled disable enabled enable required optional basic".Split(' ')
    );

    public static string Apply(string text) => Searches.Aggregate(text, Hide);

    // What these find is a password for certain, so that a number of theirs is hidden, too.
    private static readonly Search[] OfPasswords = [UrlPasswords.Next, UserOptions.Next, PipedPasswords.Next];

    private static readonly Search[] Searches =
    [
        PrivateKeys.NextContent,
        PrivateKeys.NextEncoded,
        PrivateKeys.WholeLine,
        UrlPasswords.Next,
        DriverPasswords.Next,
        Webhooks.Next,
        KnownTokens.Next,
        BotTokens.Next,
        Authorizations.Next,
        StorageKeys.Next,
        KeyHalves.Next,
        LicenseKeys.Next,
        CommandSecrets.Next,
        NamedSecrets.Next,
        PairedSecrets.Next,
        PasswordOptions.Next,
        UserOptions.Next,
        SecretOptions.Next,
        PipedPasswords.Next,
        SqlPasswords.Next,
        WrappedSecrets.Next,
        FallbackSecrets.Next,
    ];

    /// <summary>The next secret from a position on; empty when there is none.</summary>
    internal delegate Range Search(string text, int from);

    /// <summary>Every place of a text that looks like a secret; one may lie in another.</summary>
    public static IEnumerable<Range> Find(string text) => Searches.SelectMany(search => All(text, search));

    /// <summary>The same places, with what is shown of each.</summary>
    public static IEnumerable<MaskedRange> Masked(string text) =>
        Searches.SelectMany(search => All(text, search).Select(range => new MaskedRange(range, Of(text, range, search))));

    private static string Of(string text, Range found, Search next) =>
        IsNumber(text.AsSpan()[found])
        && (Array.IndexOf(OfPasswords, next) >= 0 || SecretWords.PromisePassword(NameBefore(text, found.Start.Value)))
            ? Head(text[found])
            : Of(text[found]);

    /// <summary>The name that a value is given to: the last word before it.</summary>
    private static ReadOnlySpan<char> NameBefore(string text, int start)
    {
        var before = text.AsSpan(Math.Max(0, start - LongestName)..start).TrimEnd("\"'` \t:=,(\\");
        var end = before.Length;
        while (end > 0 && (char.IsAsciiLetterOrDigit(before[end - 1]) || before[end - 1] is '_' or '-' or '.'))
        {
            end--;
        }

        return before[end..];
    }

    /// <summary>Every place that a search finds, in order.</summary>
    internal static IEnumerable<Range> All(string text, Search next)
    {
        for (var found = next(text, 0); found.End.Value > 0; found = next(text, found.End.Value))
        {
            yield return found;
        }
    }

    /// <summary>The text with all that a search finds masked; the same text when it finds nothing.</summary>
    internal static string Hide(string text, Search next)
    {
        StringBuilder? masked = null;
        var copied = 0;
        for (var found = next(text, 0); found.End.Value > 0; found = next(text, found.End.Value))
        {
            masked ??= new StringBuilder(text.Length);
            masked.Append(text, copied, found.Start.Value - copied).Append(Of(text, found, next));
            copied = found.End.Value;
        }

        return masked is null ? text : masked.Append(text, copied, text.Length - copied).ToString();
    }

    /// <summary>What is shown in the place of a value. References, empty values and numbers tell nothing; neither do the words that stand for a value.</summary>
    public static string Of(string value) =>
        value.Length < Least ? value
        : SecretReferences.Default(value) is { End.Value: > 0 } inner ? value[..inner.Start.Value] + Of(value[inner]) + "}"
        : SecretReferences.Has(value) ? value
        : value.LastIndexOf(Dots, StringComparison.Ordinal) is var hidden and >= 0 ? Whole(value, hidden + Dots.Length)
        : TellsNothing(value) ? value
        : Head(value);

    /// <summary>As <see cref="Of(string)"/>, for a value of which nothing is cut off: the sign of a reference alone makes it none.</summary>
    public static string OfWhole(string value, string name) =>
        Part(value, name) is { End.Value: > 0 } part ? value[..part.Start.Value] + Head(value[part]) + value[part.End.Value..] : value;

    /// <summary>What of a whole value is hidden; empty where that is nothing.</summary>
    public static Range Part(string value, string name)
    {
        if (SecretReferences.Default(value) is { End.Value: > 0 } inner)
        {
            var part = Part(value[inner], name);
            return part.End.Value > 0 ? (inner.Start.Value + part.Start.Value)..(inner.Start.Value + part.End.Value) : default;
        }

        return
            value.Length < Least
            || SecretReferences.Is(value)
            || (TellsNothing(value) && !(IsNumber(value) && SecretWords.PromisePassword(name)))
            ? default
            : 0..value.Length;
    }

    /// <summary>The beginning of what is hidden, and the sign that it is.</summary>
    public static string Head(string hidden) => hidden[..Math.Min(2, hidden.Length)] + Dots;

    private static bool TellsNothing(string value) => IsNumber(value) || Words.Contains(value);

    private static bool IsNumber(ReadOnlySpan<char> value) => value.Length <= LongestNumber && !value.ContainsAnyExceptInRange('0', '9');

    /// <summary>What a reader took for the end of a secret may be a letter of it: nothing stays visible behind what is hidden already, but the rest of an address.</summary>
    private static string Whole(string value, int end) =>
        value.AsSpan(end).Contains('@') || value.Contains("://", StringComparison.Ordinal) || !value.AsSpan(end).ContainsAny(Letters)
            ? value
            : value[..end];
}

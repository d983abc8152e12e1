using System.Text.RegularExpressions;
using Seaworthy.Model.Declared.Code;

namespace Seaworthy.Reading.Linking.Dependencies;

/// <summary>Imports of TypeScript whose names stand where types do and nowhere else: compilers and bundlers leave them out, so nothing is loaded.</summary>
/// <remarks>Source: TypeScript TSConfig reference, <c>verbatimModuleSyntax</c>: "By default, TypeScript does something called import elision".</remarks>
internal static partial class TypeOnlyImports
{
    private const int WindowLength = 24;
    private const int LongestLine = 500;

    public static bool Is(CodeFile file, CodeImport import) => Uses(file, import) == ImportUse.Types;

    /// <summary>Left out, too, is what stands nowhere else in the file.</summary>
    public static bool IsLeftOut(CodeFile file, CodeImport import) => Uses(file, import) != ImportUse.Values;

    private enum ImportUse
    {
        None,
        Types,
        Values,
    }

    private static ImportUse Uses(CodeFile file, CodeImport import)
    {
        if (file.Language != Language.TypeScript || import.Name is null or "*" || import.Local.Length == 0)
        {
            return ImportUse.Values;
        }

        var text = file.File.Text.AsSpan();
        var statement = Statement(import, text);
        var isUsed = false;
        for (
            var at = text.IndexOf(import.Local, StringComparison.Ordinal);
            at >= 0;
            at = Next(text, import.Local, at + import.Local.Length)
        )
        {
            var end = at + import.Local.Length;
            if (
                IsPartOfName(text, at - 1)
                || IsPartOfName(text, end)
                || (at >= statement.Start.Value && at < statement.End.Value)
                || IsInComment(text, at)
                || IsInText(text, at)
                || IsEndOfSentence(text, at, end)
            )
            {
                continue;
            }

            // "<Card title" opens an element, and loads it.
            if (at > 0 && text[at - 1] is not ('<' or '/') && IsProse().IsMatch(text[end..Math.Min(text.Length, end + WindowLength)]))
            {
                continue;
            }

            if (!IsType(text[Math.Max(0, at - WindowLength)..at], text[end..Math.Min(text.Length, end + WindowLength)]))
            {
                return ImportUse.Values;
            }

            isUsed = true;
        }

        return isUsed ? ImportUse.Types : ImportUse.None;
    }

    private static bool IsInComment(ReadOnlySpan<char> text, int at)
    {
        // No line that a person wrote is longer.
        var before = text[Math.Max(0, at - LongestLine)..at];
        var line = before[(before.LastIndexOf('\n') + 1)..].TrimStart();
        return line.StartsWith("//") || line.StartsWith("* ") || line.StartsWith("{/*");
    }

    /// <summary>The last word of a text that the page shows: <c>Meeting Room Booking</c> at the end of a line. No value stands behind a word but for these.</summary>
    private static bool IsEndOfSentence(ReadOnlySpan<char> text, int at, int end) =>
        end < text.Length
        && text[end] is '\n' or '\r' or '<'
        && at > 1
        && text[at - 1] == ' '
        && WordBefore().Match(text[Math.Max(0, at - WindowLength)..at].ToString()) is { Success: true } word
        && word.Groups[1].Value
            is not (
                "new"
                or "return"
                or "typeof"
                or "extends"
                or "implements"
                or "as"
                or "in"
                or "of"
                or "case"
                or "await"
                or "default"
                or "instanceof"
                or "import"
                or "from"
                or "else"
                or "yield"
                or "is"
                or "keyof"
                or "satisfies"
                or "throw"
                or "delete"
                or "void"
            );

    /// <summary>Words between quotes: <c>"Unknown User"</c>. Between backticks anything may stand.</summary>
    private static bool IsInText(ReadOnlySpan<char> text, int at)
    {
        var before = text[Math.Max(0, at - LongestLine)..at];
        var line = before[(before.LastIndexOf('\n') + 1)..];
        return !line.Contains('`')
            && line.Count('"') % 2 == 1
            && text[at..].IndexOfAny('"', '\n') is >= 0 and var end
            && text[at + end] == '"';
    }

    /// <summary>The import itself, with the path that it names behind it in the line.</summary>
    private static Range Statement(CodeImport import, ReadOnlySpan<char> text)
    {
        var end = text[import.Span.End..].IndexOf('\n') is >= 0 and var length ? import.Span.End + length : text.Length;
        return import.Span.Start..(text[import.Span.Start..end].Contains(" from ", StringComparison.Ordinal) ? end : import.Span.End);
    }

    private static int Next(ReadOnlySpan<char> text, string name, int from) =>
        text[from..].IndexOf(name, StringComparison.Ordinal) is var found and >= 0 ? from + found : -1;

    private static bool IsPartOfName(ReadOnlySpan<char> text, int at) =>
        at >= 0 && at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '_' or '$' or '.');

    /// <summary>A colon stands before values, too; behind those are commas and braces.</summary>
    private static bool IsType(ReadOnlySpan<char> before, ReadOnlySpan<char> after) =>
        BeforeType().IsMatch(before)
        || IsBehindOptional(before.TrimEnd())
        || (before.TrimEnd() is [not ('=' or '!' or '<' or '>'), .., '='] && Joined().IsMatch(after))
        || (before.TrimEnd() is [.., ',' or '|'] && LastArgument().IsMatch(after))
        || (BeforeColon().IsMatch(before) && AfterType().IsMatch(after));

    /// <summary>A parameter or member that may be left out: <c>params?: X</c>. No value stands behind the two signs.</summary>
    private static bool IsBehindOptional(ReadOnlySpan<char> before) =>
        before.EndsWith("?:") && before.Length > 2 && IsPartOfName(before, before.Length - 3);

    // "as X", "Array<X", "implements X"; an opening bracket without a name in front of it begins an element of JSX.
    [GeneratedRegex(@"(\b(as|implements|typeof|keyof|satisfies|is)\s+|\w<\s*)$", RegexOptions.None, 1000)]
    private static partial Regex BeforeType();

    [GeneratedRegex(@"[\w\])]\??\s*:\s*$", RegexOptions.None, 1000)]
    private static partial Regex BeforeColon();

    // "Order[]", and the type of a member: "Order['status']".
    [GeneratedRegex(@"^(\[\]|\[['""]\w+['""]\])*\s*(\)|=[^=>]|;|\||&[^&]|<)", RegexOptions.None, 1000)]
    private static partial Regex AfterType();

    [GeneratedRegex(@"([A-Za-z]+) $", RegexOptions.None, 1000)]
    private static partial Regex WordBefore();

    // "Map<string, User>(": the last of the types between angles.
    [GeneratedRegex(@"^(\[\])*>+\s*[\[\](){};,=|]", RegexOptions.None, 1000)]
    private static partial Regex LastArgument();

    // What "type Client<T> = Apollo<T> & {" is made of.
    [GeneratedRegex(@"^<[\w\s,.\[\]]+>\s*(&|\||;)", RegexOptions.None, 1000)]
    private static partial Regex Joined();

    // A word of a sentence that the page shows: no name of a program is in front of another word, but for these.
    [GeneratedRegex(@"^[ ](?!(as|in|of|is|extends|implements|instanceof|satisfies)\b)[A-Za-z]", RegexOptions.None, 1000)]
    private static partial Regex IsProse();
}

using System.Buffers;
using System.Globalization;
using System.Text;

namespace Seaworthy.Engine.Reporting;

/// <summary>
/// Text that does nothing where it is shown: escape sequences could redraw a terminal, direction marks make a line read as another, and characters that nobody sees smuggle words to a machine.
/// Commands of CI servers are broken where the program writes, since a line may be put together from several texts.
/// </summary>
internal static class Inert
{
    // GitLab folds its log by these, with a time behind.
    private static readonly SearchValues<string> Folds = SearchValues.Create(["section_start:", "section_end:"], StringComparison.Ordinal);

    public static string Of(string text)
    {
        var shown = IsHarmless(text) ? text : Replaced(text);
        return shown.AsSpan().ContainsAny(Folds)
            ? shown
                .Replace("section_start:", "section_start :", StringComparison.Ordinal)
                .Replace("section_end:", "section_end :", StringComparison.Ordinal)
            : shown;
    }

    private static string Replaced(string text)
    {
        StringBuilder harmless = new(text.Length);
        // Half a character is answered as U+FFFD.
        foreach (var rune in text.EnumerateRunes())
        {
            harmless.Append(
                rune.Value is '\t' or '\n' ? " "
                : IsHarmful(rune) ? "\uFFFD"
                : rune.ToString()
            );
        }

        return harmless.ToString();
    }

    // Asked of every text of a report: plain letters are passed over at once.
    private static bool IsHarmless(string text)
    {
        for (var at = text.AsSpan().IndexOfAnyExceptInRange(' ', '~'); at >= 0 && at < text.Length; )
        {
            if (Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var length) != OperationStatus.Done || IsHarmful(rune))
            {
                return false;
            }

            at += length;
        }

        return true;
    }

    private static bool IsHarmful(Rune rune) =>
        rune.Value < ' '
        || (
            rune.Value > '~'
            && (
                IsUnseen(rune.Value)
                || Rune.GetUnicodeCategory(rune)
                    is UnicodeCategory.Control
                        or UnicodeCategory.Format
                        or UnicodeCategory.LineSeparator
                        or UnicodeCategory.ParagraphSeparator
            )
        );

    // Letters and marks by category that show nothing: joiners, Hangul fillers, and the 240 selectors that stand for any byte.
    private static bool IsUnseen(int character) =>
        character is 0x034F or 0x115F or 0x1160 or 0x3164 or 0xFFA0 or >= 0xE0100 and <= 0xE01EF || IsNoCharacter(character);

    // The Unicode Standard, 23.7 "Noncharacters": programs give them meanings of their own, or none.
    private static bool IsNoCharacter(int character) => (character & 0xFFFE) == 0xFFFE || character is >= 0xFDD0 and <= 0xFDEF;
}

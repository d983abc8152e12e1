using Seaworthy.Engine.Reporting.Secrets;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;

namespace Seaworthy.Engine.Reporting;

/// <summary>A line of an audited file with its neighbours, each masked as <see cref="Report.LineAt"/> masks it.</summary>
internal static class Excerpt
{
    // Deeper than that, a line is read without its place among others.
    private const int DeepestIndentation = 60;

    private const int TabWidth = 4;

    // 16384 bits of RSA have 12 KB.
    private const int LongestKey = 16_000;

    /// <summary>The lines around a place, in their order, without the indentation that all of them share; empty for a file as a whole.</summary>
    /// <param name="around">How many before the line, and how many behind it.</param>
    public static IReadOnlyList<ExcerptLine> Of(SourceSpan span, Report report, int around)
    {
        if (span.IsWholeFile)
        {
            return [];
        }

        var named = span.StartLine;
        var last = LastLine(span.File);
        List<ExcerptLine> lines = [];
        for (var number = Math.Max(1, named - around); number <= Math.Max(named, Math.Min(last, named + around)); number++)
        {
            var text = number == named ? report.LineAt(span) : Neighbour(span.File, number, report);
            lines.Add(new ExcerptLine(number, Indented(text, span.File.Text.AsSpan(span.File.Lines.StartOf(number))), number == named));
        }

        return Outdented(lines);
    }

    /// <summary>A line that nobody names. What stands in a private key has no word that would tell it: the last line of one is short.</summary>
    private static string Neighbour(SourceFile file, int number, Report report)
    {
        var start = file.Lines.StartOf(number);
        return IsInKey(file.Text, start) ? SecretMask.Dots : report.LineAt(new SourceSpan(file, start, 1));
    }

    private static bool IsInKey(string text, int start)
    {
        var from = Math.Max(0, start - LongestKey);
        var head = text.AsSpan(from, start - from).LastIndexOf(SecretFormats.PrivateKeyEnd);
        return head >= 0 && Line(text, from + head).Contains("-----BEGIN", StringComparison.Ordinal);
    }

    // What stands in a line before a position.
    private static ReadOnlySpan<char> Line(string text, int end) => text.AsSpan(0, end)[(text.AsSpan(0, end).LastIndexOf('\n') + 1)..];

    // A file that ends with a line break has no line behind it.
    private static int LastLine(SourceFile file) =>
        file.Lines.Count > 1 && file.Text.EndsWith('\n') ? file.Lines.Count - 1 : file.Lines.Count;

    private static string Indented(string shown, ReadOnlySpan<char> written)
    {
        if (shown.Length == 0 || shown[0] == '…')
        {
            return shown;
        }

        var width = 0;
        foreach (var letter in written)
        {
            if (letter is not (' ' or '\t') || width >= DeepestIndentation)
            {
                break;
            }

            width += letter == '\t' ? TabWidth : 1;
        }

        return new string(' ', width) + shown;
    }

    private static List<ExcerptLine> Outdented(List<ExcerptLine> lines)
    {
        var shared = lines.Where(line => line.Text.Length > 0).Min(line => (int?)(line.Text.Length - line.Text.TrimStart(' ').Length)) ?? 0;
        return [.. lines.Select(line => line.Text.Length == 0 ? line : line with { Text = line.Text[shared..] })];
    }
}

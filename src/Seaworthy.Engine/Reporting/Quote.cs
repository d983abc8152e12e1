using Seaworthy.Engine.Reporting.Secrets;
using Seaworthy.Model.Declared.Secrets;
using Seaworthy.Model.Source;

namespace Seaworthy.Engine.Reporting;

/// <summary>Text of an audited file as a report may show it: secrets masked, control characters made harmless, long lines cut.</summary>
public static class Quote
{
    private const int MaximumLength = 160;

    /// <summary>The first line of a place; empty for a statement about a whole file.</summary>
    /// <param name="secrets">What the readers found in the file: masked wherever it stands, whatever its form.</param>
    public static string Line(SourceSpan span, IReadOnlyList<WrittenSecret> secrets) => Line(span, secrets, SecretValues.None, []);

    /// <param name="span">The place.</param>
    /// <param name="secrets">What the readers found in the file: masked wherever it stands, whatever its form.</param>
    /// <param name="values">What is a secret anywhere in the repository.</param>
    /// <param name="areas">Where values of the file are secrets for their place.</param>
    internal static string Line(
        SourceSpan span,
        IReadOnlyList<WrittenSecret> secrets,
        SecretValues values,
        IReadOnlyList<SecretArea> areas
    ) => span.IsWholeFile ? "" : Cut(Inert.Of(SecretMask.Apply(Window(span, new HiddenPlaces(secrets, values, areas)))));

    /// <summary>Where what is shown of a place begins: at the start of its line, or shortly before the place in a long one.</summary>
    internal static int Start(SourceSpan span)
    {
        var start = span.File.Lines.StartOf(span.StartLine);
        return span.Start - start > MaximumLength ? span.Start - (MaximumLength / 4) : start;
    }

    /// <summary>Of a line that holds a secret somewhere, what stands before the value.</summary>
    public static string Key(SourceSpan span)
    {
        var line = span.IsWholeFile ? "" : span.Line;
        var end = line.AsSpan().IndexOfAny("=:\"'");
        return line.Length == 0 ? "" : Cut(Inert.Of(SecretMask.Apply($"{line[..Math.Max(end, 0)]}…")));
    }

    /// <summary>A sentence that quotes values.</summary>
    public static string Text(string text) => Inert.Of(SecretMask.Apply(text));

    // A line of two megabytes is never taken apart as a whole: what stands around the place is enough.
    private static string Window(SourceSpan span, HiddenPlaces hidden)
    {
        var text = span.File.Text;
        var start = span.File.Lines.StartOf(span.StartLine);
        var from = Start(span);
        var window = text.AsSpan(from, Math.Min(text.Length - from, 4 * MaximumLength));
        var length = window.IndexOfAny('\r', '\n') is var end and >= 0 ? end : window.Length;
        return (from > start ? "…" : "") + hidden.Without(text, from, from + length).Trim();
    }

    private static string Cut(string text)
    {
        if (text.Length <= MaximumLength)
        {
            return text;
        }

        // Never between the two halves of one character.
        var length = char.IsHighSurrogate(text[MaximumLength - 2]) ? MaximumLength - 2 : MaximumLength - 1;
        return text[..length] + "…";
    }
}

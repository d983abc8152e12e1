namespace Seaworthy.Engine.Reporting.Secrets;

/// <summary>A part of a file in which values are secrets for the place that they stand in.</summary>
/// <param name="Find">The values that reach into a stretch of the file's text, counted from its beginning; one may reach beyond.</param>
internal sealed record SecretArea(int Start, int End, Func<string, int, int, IEnumerable<Range>> Find)
{
    /// <summary>An area whose values are known by the line that they stand in, or a part of one.</summary>
    public static SecretArea OfLines(int start, int end, Func<string, IEnumerable<Range>> find) =>
        new(
            start,
            end,
            (text, from, to) =>
                find(text[from..to])
                    .Select(range => (from + range.Start.Value)..(from + range.End.Value))
                    .Where(range => SecretMask.Of(text[range]) != text[range])
        );

    public IEnumerable<Range> In(string text, int from, int to) => from < End && to > Start ? Find(text, from, to) : [];
}

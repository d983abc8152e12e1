namespace Seaworthy.Engine.Reporting.Secrets;

/// <summary>A part of a file in which values are secrets for the place that they stand in.</summary>
/// <param name="Find">The values of a line, or of a part of one.</param>
internal sealed record SecretArea(int Start, int End, Func<string, IEnumerable<Range>> Find)
{
    /// <summary>From the beginning of the stretch.</summary>
    public IEnumerable<Range> In(string text, int from, int to) => from < End && to > Start ? Find(text[from..to]) : [];
}

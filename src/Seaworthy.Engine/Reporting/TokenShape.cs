using System.Buffers;

namespace Seaworthy.Engine.Reporting;

/// <summary>How the tokens of one issuer look.</summary>
/// <param name="Least">How many characters follow the prefix at least.</param>
/// <param name="Others">Which characters may be among them besides letters and digits.</param>
internal sealed record TokenShape(string Prefix, int Least, string Others)
{
    public static SearchValues<char> CapitalsAndDigits { get; } = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");

    /// <summary>Where the characters that a token may hold end.</summary>
    public int End(string text, int from)
    {
        while (from < text.Length && (char.IsAsciiLetterOrDigit(text[from]) || Others.Contains(text[from], StringComparison.Ordinal)))
        {
            from++;
        }

        return from;
    }
}

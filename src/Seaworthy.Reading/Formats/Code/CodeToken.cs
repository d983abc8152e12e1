namespace Seaworthy.Reading.Formats.Code;

/// <summary>A token: its kind and place.</summary>
/// <param name="Bracket">For <see cref="TokenKind.Open"/> and <see cref="TokenKind.Close"/> which group, by one of the constants of <see cref="Brackets"/>.</param>
/// <param name="StartsLine">Nothing but blanks and comments stand before it on its line.</param>
internal readonly record struct CodeToken(TokenKind Kind, char Bracket, bool StartsLine, int Start, int Length)
{
    public int End => Start + Length;
}

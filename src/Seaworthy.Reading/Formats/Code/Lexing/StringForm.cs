namespace Seaworthy.Reading.Formats.Code.Lexing;

/// <summary>How a string with holes is written: its quotes, its escapes, what opens a hole.</summary>
/// <param name="Quotes">How many quote characters open and close it: 1, 3, or more for raw strings.</param>
/// <param name="HoleBraces">How many braces open a hole (C#'s <c>$$"""</c>); 0 for <c>${</c>.</param>
/// <param name="Escapes">A backslash protects the character after it.</param>
/// <param name="Doubles">A doubled quote stands for one quote.</param>
internal readonly record struct StringForm(char Quote, int Quotes, int HoleBraces, bool Escapes, bool Doubles, bool IsMultiline);

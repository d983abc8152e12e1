namespace Seaworthy.Reading.Formats.Code.Lexing;

/// <summary>A group that the lexer is in.</summary>
/// <param name="Column">For a Python block the column of its lines.</param>
internal readonly record struct OpenGroup(char Bracket, int Token, StringForm Form, int Column);

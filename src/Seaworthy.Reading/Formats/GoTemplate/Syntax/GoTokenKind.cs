namespace Seaworthy.Reading.Formats.GoTemplate.Syntax;

/// <summary>What a token of a Go template is.</summary>
internal enum GoTokenKind
{
    Text,
    Open,
    Close,
    Word,
    Field,
    Variable,
    Dot,
    Number,
    Character,
    Quoted,
    OpenParenthesis,
    CloseParenthesis,
    Pipe,
    Declare,
    Assign,
    Comma,
    Space,
    End,
}

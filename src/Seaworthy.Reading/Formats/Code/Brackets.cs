namespace Seaworthy.Reading.Formats.Code;

/// <summary>The kinds of groups that tokens form.</summary>
internal static class Brackets
{
    public const char Paren = '(';

    public const char Square = '[';

    public const char Brace = '{';

    /// <summary>An indented Python block; its two tokens have no text.</summary>
    public const char Block = '>';

    /// <summary>A string with holes, from quote to quote: <see cref="TokenKind.Text"/> tokens and <see cref="Hole"/> groups.</summary>
    public const char Template = '`';

    /// <summary>An expression inside a string.</summary>
    public const char Hole = '$';

    /// <summary>One JSX tag, opening or closing. The text between tags is not tokenised; expressions in it are.</summary>
    public const char Tag = '<';

    /// <summary>Not a group: the lexer's note that it is between JSX tags.</summary>
    public const char Markup = 'x';
}

namespace Seaworthy.Reading.Formats.Code;

/// <summary>What a token is. Comments and blanks are not tokens.</summary>
internal enum TokenKind : byte
{
    /// <summary>An identifier or keyword.</summary>
    Name,

    Number,

    /// <summary>A whole string or character literal without holes, quotes and prefix included.</summary>
    String,

    /// <summary>The literal text between the holes of a template string.</summary>
    Text,

    /// <summary>A regular expression literal.</summary>
    Pattern,

    /// <summary>A Rust lifetime or label.</summary>
    Lifetime,

    Operator,

    /// <summary>The beginning of a group: a bracket, a template string, a hole, a Python block.</summary>
    Open,

    /// <summary>The end of a group.</summary>
    Close,

    /// <summary>The end of a logical line (Python only; other languages have <see cref="CodeToken.StartsLine"/>).</summary>
    Newline,
}

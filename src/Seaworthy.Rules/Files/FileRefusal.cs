namespace Seaworthy.Rules.Files;

/// <summary>What makes a tool refuse a file as a whole.</summary>
[Flags]
internal enum FileRefusal
{
    None = 0,
    Syntax = 1,
    DuplicateKey = 2,
    UnknownKey = 4,
    InvalidValue = 8,

    /// <summary>A file with nothing in it.</summary>
    Empty = 16,
    All = Syntax | DuplicateKey | UnknownKey | InvalidValue,
}

namespace Seaworthy.Model.Source;

/// <summary>What sort of trouble a file is in.</summary>
public enum ProblemKind
{
    /// <summary>The tool that reads the file refuses it.</summary>
    Syntax,

    /// <summary>A key stands twice in one mapping; the last one wins, or the tool refuses the file.</summary>
    DuplicateKey,

    /// <summary>The specification knows no such key here.</summary>
    UnknownKey,

    /// <summary>A value of a type or form that the specification does not allow here.</summary>
    InvalidValue,

    /// <summary>A mark is in the place of a value: somebody is to replace it before the file is used.</summary>
    Placeholder,

    /// <summary>Something that the tool takes with a warning of its own, and of which it uses only a part.</summary>
    Tolerated,

    /// <summary>Syntax of a text that another program assembles first: the tool may get a different text than was read here.</summary>
    Composed,

    /// <summary>A file or a value with nothing in it, which the tool takes for absent, at least in some places.</summary>
    Empty,

    /// <summary>What was meant as an item of a list stands deeper than the list, and is the end of the item before.</summary>
    FoldedItem,

    /// <summary>Git conflict markers left in the file.</summary>
    ConflictMarker,

    /// <summary>The file was read only in part: too large, too deep, too many aliases.</summary>
    Limit,
}

namespace Seaworthy.Model.Declared.Code;

/// <summary>What a program makes of the text of a variable.</summary>
public enum ExpectedKind
{
    Boolean,
    Integer,
    Number,

    /// <summary>One of several words.</summary>
    Choice,
}

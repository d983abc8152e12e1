namespace Seaworthy.Reading.Readers.Workflows.Schema;

/// <summary>What a scalar of a workflow must be.</summary>
internal enum ScalarType
{
    /// <summary>Any text; numbers and booleans become text.</summary>
    Text,
    NonEmptyText,
    Boolean,
    Number,

    /// <summary>Nothing at all.</summary>
    Null,

    /// <summary>An <c>if</c>: an expression with or without braces.</summary>
    Condition,
}

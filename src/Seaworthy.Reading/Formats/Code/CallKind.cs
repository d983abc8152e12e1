namespace Seaworthy.Reading.Formats.Code;

/// <summary>How something is called.</summary>
internal enum CallKind
{
    Call,

    /// <summary>With <c>new</c>.</summary>
    New,

    /// <summary>A Rust macro; its path ends with <c>!</c>.</summary>
    Macro,

    /// <summary>An element access.</summary>
    Index,
}

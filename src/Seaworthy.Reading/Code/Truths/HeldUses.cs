namespace Seaworthy.Reading.Code.Truths;

/// <summary>What a file does with a name that keeps a text.</summary>
internal enum HeldUses
{
    /// <summary>Nothing that decides: it is handed on under another name, or used in other files.</summary>
    Unknown,

    /// <summary>It asks for its truth, and hands it on.</summary>
    Tests,

    /// <summary>It asks for its truth, and does nothing else.</summary>
    OnlyTests,

    /// <summary>It compares or converts it.</summary>
    Other,
}

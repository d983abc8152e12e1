namespace Seaworthy.Fuzz.Trees;

/// <summary>What people do to a file without meaning to, or to keep it from being looked at.</summary>
internal enum Breakage
{
    /// <summary>A quotation is never closed.</summary>
    QuoteLost,

    LineLost,

    Emptied,

    /// <summary>A line of <c>.gitignore</c> names it, and it stays on the disk.</summary>
    Hidden,
}

namespace Seaworthy.Model.Declared.Code;

/// <summary>What a program keeps in files of its own.</summary>
public enum KeptKind
{
    /// <summary>A database in one file (SQLite, H2).</summary>
    Database,

    /// <summary>Files that people send.</summary>
    Uploads,

    /// <summary>A log that the program writes itself: it may be lost, but must be writable.</summary>
    Log,
}

namespace Seaworthy.Model.Source;

/// <summary>What git does with a file.</summary>
public enum FileStatus
{
    /// <summary>In the index, or in the audited revision: every clone has it.</summary>
    Tracked,

    /// <summary>Not in the index and not ignored: the next commit will have it.</summary>
    Untracked,

    /// <summary>Ignored by git: exists only on the author's machine.</summary>
    Ignored,
}

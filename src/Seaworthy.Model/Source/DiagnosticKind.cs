namespace Seaworthy.Model.Source;

/// <summary>Why the audit could not do all that it was asked.</summary>
public enum DiagnosticKind
{
    /// <summary>A reader failed on a file: our own bug, which cost that file.</summary>
    ReaderCrashed,

    /// <summary>Joining the files failed: our own bug, which cost all that needs more than one file.</summary>
    LinkingCrashed,

    /// <summary>A rule failed: our own bug, which cost that rule.</summary>
    RuleCrashed,

    /// <summary>The system refused to hand out a file.</summary>
    FileUnreadable,

    /// <summary>A file above the size that is read.</summary>
    FileTooLarge,

    /// <summary>A file that ought to be text by its name and is not.</summary>
    FileBinary,

    /// <summary>Git could not be asked, so that every file counts as part of a clone unless an ignore file names it.</summary>
    GitUnavailable,
}

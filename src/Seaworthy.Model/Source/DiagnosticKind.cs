namespace Seaworthy.Model.Source;

/// <summary>Why the audit could not do all that it was asked, or shows less than it found.</summary>
public enum DiagnosticKind
{
    /// <summary>A reader failed on a file: our own bug, which cost that file.</summary>
    ReaderCrashed,

    /// <summary>Joining the files failed: our own bug, which cost all that needs more than one file.</summary>
    LinkingCrashed,

    /// <summary>A rule failed: our own bug, which cost that rule.</summary>
    RuleCrashed,

    /// <summary>A relation or a rule took more steps than it may: what it was to find is not known.</summary>
    LimitReached,

    /// <summary>What the audit needs could not be read: the system refused, or a file that decides about deployment is too large or no text.</summary>
    FileUnreadable,

    /// <summary>A file above the size that is read.</summary>
    FileTooLarge,

    /// <summary>A file that ought to be text by its name and is not.</summary>
    FileBinary,

    /// <summary>A pipe, a socket or a device under a name that a file ought to have.</summary>
    FileSpecial,

    /// <summary>What git tracks is not known, and ignore files name something that is there: if git tracks it, it was not read.</summary>
    TrackedFilesUnknown,

    /// <summary>What git tracks is not known, so that every file counts as part of a clone unless an ignore file names it.</summary>
    GitUnavailable,

    /// <summary>Findings that a comment, the configuration or a baseline accepts: they are counted and listed, and close no gate.</summary>
    FindingsSuppressed,

    /// <summary>What the configuration takes out of the audit: rules, areas, paths.</summary>
    FindingsLeftOut,

    /// <summary>Findings that the audited tree's own configuration takes out of the audit, and that the gate of the command line counts.</summary>
    FindingsHidden,

    /// <summary>Files that are not judged because of where they lie: packages of others, input of tests, copies that editors keep.</summary>
    FilesPassedOver,

    /// <summary>A comment that was to allow a finding and does not: without a reason, or of a rule that does not exist.</summary>
    SuppressionInvalid,

    /// <summary>A comment that was to allow a finding, and that the revision whose word holds does not have.</summary>
    CommentUntrusted,

    /// <summary>A suppression whose day is over: its findings are reported again.</summary>
    SuppressionExpired,

    /// <summary>A suppression of something that is not found any more.</summary>
    SuppressionUnused,

    /// <summary>A fact about the world outside that nothing needs any more.</summary>
    FactUnused,

    /// <summary>What other tools found was taken over.</summary>
    FindingsImported,

    /// <summary>Findings of the baseline that are not found any more.</summary>
    BaselineOutdated,

    /// <summary>A running system did not answer a question.</summary>
    SystemSilent,
}

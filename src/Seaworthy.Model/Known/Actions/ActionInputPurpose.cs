namespace Seaworthy.Model.Known.Actions;

/// <summary>What the value of an action's input means for the repository.</summary>
public enum ActionInputPurpose
{
    Other,

    /// <summary>A file that must exist when the step runs.</summary>
    File,

    /// <summary>A directory that must exist when the step runs.</summary>
    Directory,

    /// <summary>Paths or patterns, one a line, of which some may match nothing.</summary>
    Pattern,

    /// <summary>Paths or patterns of lock files: the step fails when its cache is on and none of them exists.</summary>
    LockFiles,

    /// <summary>Shell commands that another machine runs.</summary>
    RemoteScript,
}

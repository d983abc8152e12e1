namespace Seaworthy.Model.Declared.Scripts;

/// <summary>What the directory of a command is counted from.</summary>
public enum ShellDirectoryBase
{
    /// <summary>The directory in which the script is started.</summary>
    Start,

    /// <summary>The directory in which the script file stands (<c>cd "$(dirname "$0")"</c>).</summary>
    Script,

    /// <summary>The root of the repository (<c>git rev-parse --show-toplevel</c>, <c>$GITHUB_WORKSPACE</c>).</summary>
    Repository,
}

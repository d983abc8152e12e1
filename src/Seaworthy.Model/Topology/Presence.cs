namespace Seaworthy.Model.Topology;

/// <summary>Whether a path is there, in the place where it is needed.</summary>
public enum Presence
{
    Present,

    /// <summary>Nothing in the repository or before this step makes it.</summary>
    Absent,

    /// <summary>Git ignores it: no clone has it, though the machine that builds may.</summary>
    IgnoredByGit,

    /// <summary>In the repository, but <c>.dockerignore</c> keeps it out of the build context.</summary>
    IgnoredByDocker,

    /// <summary>Exists under a name that differs in the case of letters only.</summary>
    OtherCase,

    /// <summary>Exists in the repository, but not under the directory the path is taken from.</summary>
    Elsewhere,

    /// <summary>An earlier step makes it.</summary>
    Produced,

    /// <summary>Nothing in the tree makes it: a statement says that it is put there.</summary>
    Stated,

    /// <summary>The tree cannot tell.</summary>
    Unknown,
}

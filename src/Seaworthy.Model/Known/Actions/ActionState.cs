namespace Seaworthy.Model.Known.Actions;

/// <summary>Whether anybody still looks after an action.</summary>
public enum ActionState
{
    Maintained,

    /// <summary>Its authors point to a successor.</summary>
    Deprecated,

    /// <summary>Its repository is archived: no fixes.</summary>
    Archived,

    /// <summary>Never published under this name: the step cannot be resolved.</summary>
    Absent,
}

namespace Seaworthy.Model.Declared.Workflows;

/// <summary>Where an action comes from.</summary>
public enum ActionReferenceKind
{
    /// <summary>Another repository.</summary>
    Repository,

    /// <summary>This repository.</summary>
    Local,

    /// <summary>An image.</summary>
    Docker,

    /// <summary>None of these forms.</summary>
    Invalid,
}

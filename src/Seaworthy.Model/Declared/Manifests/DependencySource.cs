namespace Seaworthy.Model.Declared.Manifests;

/// <summary>Where a dependency comes from.</summary>
public enum DependencySource
{
    Registry,

    /// <summary>A directory or archive of the same tree, or outside it.</summary>
    Path,

    Git,

    /// <summary>An archive by its address.</summary>
    Url,

    /// <summary>Another package of the same workspace, or a version that the workspace's root gives.</summary>
    Workspace,
}

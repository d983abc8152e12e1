namespace Seaworthy.Model.Declared.Manifests;

/// <summary>When a dependency is needed.</summary>
public enum DependencyKind
{
    Runtime,

    /// <summary>Left out of a production installation.</summary>
    Development,

    /// <summary>Installed only on request (extras), or allowed to fail (<c>optionalDependencies</c>).</summary>
    Optional,

    /// <summary>Expected from the user of the package.</summary>
    Peer,

    /// <summary>Needed to build the package only.</summary>
    Build,
}

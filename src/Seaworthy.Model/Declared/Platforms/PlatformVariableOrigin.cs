namespace Seaworthy.Model.Declared.Platforms;

/// <summary>Where a platform takes a variable's value from.</summary>
public enum PlatformVariableOrigin
{
    /// <summary>Written in the file.</summary>
    Literal,

    /// <summary>Set by hand on the platform; may be absent.</summary>
    Prompted,

    /// <summary>The platform makes a random one.</summary>
    Generated,

    Database,

    /// <summary>Another service of the platform.</summary>
    Service,

    /// <summary>A stored secret, by its name.</summary>
    Secret,

    /// <summary>A group of variables; the name is the group's.</summary>
    Group,
}

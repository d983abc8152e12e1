namespace Seaworthy.Model.Declared.Compose;

/// <summary>What is mounted.</summary>
public enum ComposeMountType
{
    /// <summary>A variable decides.</summary>
    Unknown,
    Bind,
    Volume,
    Tmpfs,
    Cluster,
    NamedPipe,
    Image,
}

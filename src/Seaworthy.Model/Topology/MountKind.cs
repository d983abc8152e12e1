namespace Seaworthy.Model.Topology;

/// <summary>What is mounted.</summary>
public enum MountKind
{
    Bind,
    Volume,
    Temporary,
    ConfigMap,
    Secret,
}

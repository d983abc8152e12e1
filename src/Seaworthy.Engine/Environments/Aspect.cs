namespace Seaworthy.Engine.Environments;

/// <summary>In what environments are held against each other.</summary>
public enum Aspect
{
    /// <summary>Whether the service is there at all.</summary>
    Presence,
    Image,

    /// <summary>The port inside.</summary>
    Port,

    /// <summary>What can be reached from outside.</summary>
    Exposure,
    Health,
    Replicas,
    Limits,
    Restart,
    Variable,
}

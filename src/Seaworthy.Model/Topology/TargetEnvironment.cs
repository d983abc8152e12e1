namespace Seaworthy.Model.Topology;

/// <summary>What a target is for, as far as its name or files tell.</summary>
public enum TargetEnvironment
{
    /// <summary>Nothing says; it may be deployed.</summary>
    Unstated,
    Development,
    Test,
    Staging,
    Production,
}

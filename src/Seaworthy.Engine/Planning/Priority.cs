namespace Seaworthy.Engine.Planning;

/// <summary>In which order findings are worth fixing.</summary>
public enum Priority
{
    /// <summary>A critical FAIL: the deployment fails, loses data, or gives itself away.</summary>
    P0,

    /// <summary>A high FAIL, or a WARN that is critical or high.</summary>
    P1,

    /// <summary>What will hurt some day.</summary>
    P2,

    /// <summary>Untidy.</summary>
    P3,
}

namespace Seaworthy.Engine.Scoring;

/// <summary>What a deployment as it is risks.</summary>
public enum Risk
{
    /// <summary>Nothing grave is known.</summary>
    Low,

    /// <summary>A grave safeguard is missing, or much is untidy.</summary>
    Medium,

    /// <summary>A part will not work, or not safely.</summary>
    High,

    /// <summary>The deployment fails, loses data, or gives itself away.</summary>
    Critical,
}

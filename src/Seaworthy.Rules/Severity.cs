namespace Seaworthy.Rules;

/// <summary>The harm to the deployment if the verdict is true.</summary>
public enum Severity
{
    /// <summary>Untidy, or a practice worth having.</summary>
    Low,

    /// <summary>Will hurt some day, or hurts a part that is not essential.</summary>
    Medium,

    /// <summary>A part does not work, or works unsafely.</summary>
    High,

    /// <summary>The deployment fails, loses data, or leaks access.</summary>
    Critical,
}

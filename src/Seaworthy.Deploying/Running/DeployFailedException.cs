namespace Seaworthy.Deploying.Running;

/// <summary>A step could not be done; the runner undoes what was begun.</summary>
public sealed class DeployFailedException : Exception
{
    public DeployFailedException() { }

    public DeployFailedException(string message)
        : base(message) { }

    public DeployFailedException(string message, Exception innerException)
        : base(message, innerException) { }

    /// <summary>The last lines of the container that is to blame; empty without one.</summary>
    public string Log { get; init; } = "";
}

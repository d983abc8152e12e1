namespace Seaworthy.Deploying.Running.Hosts;

/// <summary>A host does not answer, or no longer. No step is undone then: the next command that reaches it settles what was begun.</summary>
public sealed class HostLostException : Exception
{
    public HostLostException() { }

    public HostLostException(string message)
        : base(message) { }

    public HostLostException(string message, Exception innerException)
        : base(message, innerException) { }

    /// <summary>It did answer at first, so that something may have been begun.</summary>
    public bool IsMidway { get; init; }
}

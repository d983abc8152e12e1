namespace Seaworthy.Model;

/// <summary>Something took more steps than it may. What it was to find is not known.</summary>
public sealed class WorkExceededException : Exception
{
    public WorkExceededException()
        : this("It exceeded its limit of steps.") { }

    public WorkExceededException(string message)
        : base(message) { }

    public WorkExceededException(string message, Exception innerException)
        : base(message, innerException) { }
}

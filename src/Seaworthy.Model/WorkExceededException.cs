namespace Seaworthy.Model;

/// <summary>Something took more steps than it may. What it was to find is not known.</summary>
public sealed class WorkExceededException : Exception
{
    public WorkExceededException()
        : this("It took more steps than it may.") { }

    public WorkExceededException(string message)
        : base(message) { }

    public WorkExceededException(string message, Exception innerException)
        : base(message, innerException) { }
}

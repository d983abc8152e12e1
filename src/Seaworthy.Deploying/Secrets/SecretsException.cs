namespace Seaworthy.Deploying.Secrets;

/// <summary>Secrets cannot be read or written. The message is one clause that says what to do, and never holds a value or a key.</summary>
public sealed class SecretsException : Exception
{
    public SecretsException() { }

    public SecretsException(string message)
        : base(message) { }

    public SecretsException(string message, Exception innerException)
        : base(message, innerException) { }
}

namespace Seaworthy.Deploying.Planning;

/// <summary>An environment variable or build argument with its value.</summary>
public sealed record Variable(string Name, string Value)
{
    // A value may be a secret: no log and no message of a debugger holds it.
    public override string ToString() => $"{Name}=***";
}

namespace Seaworthy.Deploying.Secrets;

/// <summary>A secret in the file.</summary>
/// <param name="At">When it was set. The seal covers it.</param>
/// <param name="Sealed">The value, for the data key alone.</param>
public sealed record SecretEntry(DateTimeOffset At, string Sealed);

namespace Seaworthy.Deploying.Verifying;

/// <summary>Something runs otherwise than it is declared.</summary>
/// <param name="Service">Of what.</param>
/// <param name="Text">One sentence without its end.</param>
public sealed record Drift(string Service, string Text);

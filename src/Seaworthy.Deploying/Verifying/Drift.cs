namespace Seaworthy.Deploying.Verifying;

/// <summary>Something runs otherwise than it is declared.</summary>
/// <param name="Kind">What was asked.</param>
/// <param name="Service">Of what.</param>
/// <param name="Text">One sentence without its end.</param>
public sealed record Drift(DriftKind Kind, string Service, string Text);

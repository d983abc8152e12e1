namespace Seaworthy.Deploying.Verifying.Reports;

/// <summary>What was asked of a project on one host.</summary>
/// <param name="Name">The host; null where only one was meant.</param>
public sealed record VerifiedHost(string? Name, Verification Verification);

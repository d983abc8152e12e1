namespace Seaworthy.Deploying.Ledger;

/// <summary>Somebody keeps deployments out.</summary>
public sealed record DeployLock(string By, string Why, DateTimeOffset Since);

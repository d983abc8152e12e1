namespace Seaworthy.Deploying.Verifying.Databases;

/// <summary>A session that waits for a lock.</summary>
/// <param name="Process">The number of its session.</param>
/// <param name="Seconds">Since its statement began.</param>
/// <param name="BlockedBy">The session that holds the lock; 0 when it is not known.</param>
public sealed record LockWait(int Process, int Seconds, int BlockedBy);

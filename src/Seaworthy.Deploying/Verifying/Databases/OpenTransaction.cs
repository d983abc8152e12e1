namespace Seaworthy.Deploying.Verifying.Databases;

/// <summary>A transaction that is open for long, with the lock that makes it harmful.</summary>
/// <param name="Process">The number of its session.</param>
/// <param name="Application">As the session calls itself; may be empty.</param>
/// <param name="State">What the session does: <c>active</c>, <c>idle in transaction</c>.</param>
/// <param name="Seconds">Since it began.</param>
/// <param name="Lock">The kind of lock; null when only its age was asked for.</param>
/// <param name="Table">What it locks.</param>
public sealed record OpenTransaction(int Process, string Application, string State, int Seconds, string? Lock = null, string? Table = null);

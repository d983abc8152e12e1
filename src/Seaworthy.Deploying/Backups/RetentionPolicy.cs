namespace Seaworthy.Deploying.Backups;

/// <summary>How many copies of a store are kept: the newest of each of the last days, weeks and months that have one.</summary>
public sealed record RetentionPolicy(int Daily, int Weekly, int Monthly)
{
    /// <summary>Without a number nothing is ever deleted.</summary>
    public bool IsGiven => Daily > 0 || Weekly > 0 || Monthly > 0;
}

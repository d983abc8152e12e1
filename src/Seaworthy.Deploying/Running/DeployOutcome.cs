namespace Seaworthy.Deploying.Running;

/// <summary>How a deployment ended; the number is the exit code.</summary>
public enum DeployOutcome
{
    Done = 0,

    /// <summary>The audit found what blocks.</summary>
    Gate = 10,
    Backup = 11,
    Migration = 12,

    /// <summary>A new container did not become well; the old ones serve.</summary>
    Health = 13,

    /// <summary>The new containers failed under traffic; the old ones serve again.</summary>
    RolledBack = 14,

    /// <summary>Something could not be undone: somebody must look.</summary>
    RollbackFailed = 15,

    /// <summary>An image, a network, a port or a variable is missing; nothing was touched.</summary>
    Preparation = 16,

    /// <summary>Somebody else deploys, or has locked deployments out.</summary>
    Locked = 17,
}

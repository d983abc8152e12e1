namespace Seaworthy.Deploying.Planning;

/// <summary>What a step of a deployment does.</summary>
public enum StepKind
{
    /// <summary>Makes the networks and volumes that are absent.</summary>
    Prepare,

    /// <summary>Gives the proxy certificates, while it runs or before it starts.</summary>
    Certificates,

    /// <summary>Starts the proxy, or starts it anew in another shape.</summary>
    Proxy,

    /// <summary>Orders certificates, and gives them to the proxy.</summary>
    Issue,

    /// <summary>Saves what a store holds, and proves it by restoring it.</summary>
    Backup,

    /// <summary>Stops the old container of a service and starts the new one.</summary>
    Replace,

    /// <summary>Runs a command of the new image once.</summary>
    Migrate,

    /// <summary>Starts the new containers of a service beside the old ones.</summary>
    Start,

    /// <summary>Waits until they are well.</summary>
    Health,

    /// <summary>Gives a service that nothing served before its first containers.</summary>
    Join,

    /// <summary>Gives the new containers a share of the traffic for a while.</summary>
    Canary,

    /// <summary>Moves all traffic to the new containers.</summary>
    Switch,

    /// <summary>Watches the new containers under traffic.</summary>
    Watch,

    /// <summary>Makes the release the one that counts: from here on there is no automatic way back.</summary>
    Promote,

    /// <summary>Waits for the old containers' last requests, stops and keeps them.</summary>
    Retire,

    /// <summary>Removes what no rollback needs any more.</summary>
    Prune,

    /// <summary>Gives a cluster objects.</summary>
    Apply,

    /// <summary>Returns workloads of a cluster to a revision that it keeps.</summary>
    Revert,
}

namespace Seaworthy.Model.Topology;

/// <summary>Who answers to a host name in the place where it is used.</summary>
public enum HostAnswer
{
    /// <summary>A workload of the target.</summary>
    Workload,

    /// <summary>A workload that shares no network with the caller.</summary>
    OtherNetwork,

    /// <summary>A name of the world outside (a domain), or declared as external.</summary>
    External,

    /// <summary>The caller itself: localhost inside a container.</summary>
    Loopback,

    /// <summary>A single-label name that nothing provides, or that holds on another network than the caller's alone: the host's network has no names of services.</summary>
    Nobody,

    Undecided,
}

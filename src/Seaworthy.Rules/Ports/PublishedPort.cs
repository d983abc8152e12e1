using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>A published port of a workload.</summary>
internal sealed record PublishedPort(Target Target, Workload Workload, PortBinding Port)
{
    /// <summary>Which workload of its target it is.</summary>
    public int Order { get; init; }

    public bool Collides(PublishedPort other) =>
        Port.Published == other.Port.Published
        && !Port.IsInformational
        && Port.Protocol == other.Port.Protocol
        && (IsEverywhere(Port.HostAddress) || IsEverywhere(other.Port.HostAddress) || Port.HostAddress == other.Port.HostAddress);

    /// <summary>Both may run at one time.</summary>
    public bool MayMeet(PublishedPort other) =>
        !WaitsForEnd(Workload, other.Workload) && !WaitsForEnd(other.Workload, Workload) && ShareProfile(Workload, other.Workload);

    private static bool IsEverywhere(string? address) => address is null or "" or "0.0.0.0" or "::" or "[::]";

    /// <summary>The port is free again after the other workload has ended.</summary>
    private static bool WaitsForEnd(Workload one, Workload two) =>
        one.DependsOn.Any(dependency => dependency.Condition == "service_completed_successfully" && dependency.On?.Name == two.Name);

    private static bool ShareProfile(Workload one, Workload two) =>
        one.Profiles.Count == 0 || two.Profiles.Count == 0 || one.Profiles.Any(profile => two.Profiles.Contains(profile));
}

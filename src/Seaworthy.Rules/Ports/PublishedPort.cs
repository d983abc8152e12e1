using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>A published port of a workload.</summary>
internal sealed record PublishedPort(Target Target, Workload Workload, PortBinding Port)
{
    /// <summary>Which workload of its target it is.</summary>
    public int Order { get; init; }

    public bool Collides(PublishedPort other) =>
        (Port.Published is not null || Port.PublishedAs is not null)
        && Port.Published == other.Port.Published
        && Port.PublishedAs == other.Port.PublishedAs
        && !Port.IsInformational
        && Port.Protocol == other.Port.Protocol
        && Overlap(Port.HostAddress, other.Port.HostAddress)
        && !IsRepeated(other);

    /// <summary>Both are ports of one container.</summary>
    public bool IsOfSame(PublishedPort other) => ReferenceEquals(Workload, other.Workload);

    /// <summary>Both may run at one time.</summary>
    public bool MayMeet(PublishedPort other) =>
        !WaitsForEnd(Workload, other.Workload) && !WaitsForEnd(other.Workload, Workload) && ShareProfile(Workload, other.Workload);

    /// <summary>Compose keeps one of two equal lines of the files that it merges.</summary>
    private bool IsRepeated(PublishedPort other) =>
        IsOfSame(other)
        && !ReferenceEquals(Port, other.Port)
        && Port.Container == other.Port.Container
        && Port.HostAddress == other.Port.HostAddress;

    /// <summary>Some address is in both: all of IPv4 and all of IPv6 are apart.</summary>
    private static bool Overlap(string? one, string? two) =>
        string.IsNullOrEmpty(one)
        || string.IsNullOrEmpty(two)
        || one == two
        || (IsSix(one) == IsSix(two) && (IsWhole(one) || IsWhole(two)));

    private static bool IsWhole(string address) => address is "0.0.0.0" or "::" or "[::]";

    private static bool IsSix(string address) => address.Contains(':', StringComparison.Ordinal);

    /// <summary>The port is free again after the other workload has ended.</summary>
    private static bool WaitsForEnd(Workload one, Workload two) =>
        one.DependsOn.Any(dependency => dependency.Condition == "service_completed_successfully" && dependency.On?.Name == two.Name);

    private static bool ShareProfile(Workload one, Workload two) =>
        one.Profiles.Count == 0 || two.Profiles.Count == 0 || one.Profiles.Any(profile => two.Profiles.Contains(profile));
}

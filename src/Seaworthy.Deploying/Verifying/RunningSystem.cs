using Seaworthy.Deploying.Certificates;
using Seaworthy.Deploying.Planning;

namespace Seaworthy.Deploying.Verifying;

/// <summary>What runs, as far as it was asked.</summary>
public sealed record RunningSystem(ObservedState State)
{
    /// <summary>For each container the ports on which something listens in it; none for one that could not be asked.</summary>
    public IReadOnlyDictionary<string, IReadOnlySet<int>> Listening { get; init; } = new Dictionary<string, IReadOnlySet<int>>();

    /// <summary>What the proxy shows clients, by host.</summary>
    public IReadOnlyDictionary<string, ServedCertificate> Certificates { get; init; } = new Dictionary<string, ServedCertificate>();

    /// <summary>When it was asked.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>For each container how many of its processes were killed since it started because memory ran out; none for one that could not be asked.</summary>
    public IReadOnlyDictionary<string, int> OutOfMemory { get; init; } = new Dictionary<string, int>();

    /// <summary>For each image that runs, by its identity, the names of the variables that it sets itself.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> ImageVariables { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>What the proxy counts.</summary>
    public IReadOnlyList<ServerStatistics> Proxy { get; init; } = [];
}

namespace Seaworthy.Model.Topology;

/// <summary>The ports on which a workload's process listens, its environment applied.</summary>
/// <param name="IncompleteBecause">Why there may be others; null when the list is whole.</param>
public sealed record ListeningPorts(IReadOnlyList<ListeningPort> Ports, string? IncompleteBecause)
{
    public bool IsComplete => IncompleteBecause is null;

    public static ListeningPorts Unknown(string why) => new([], why);

    public bool Contains(int port) => Ports.Any(listening => listening.Port == port);
}

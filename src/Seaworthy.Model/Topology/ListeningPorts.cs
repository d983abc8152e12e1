namespace Seaworthy.Model.Topology;

/// <summary>The ports on which a workload's process listens, its environment applied.</summary>
/// <param name="IncompleteBecause">Why there may be others; null when the list is whole.</param>
public sealed record ListeningPorts(IReadOnlyList<ListeningPort> Ports, string? IncompleteBecause)
{
    /// <summary>Its own configuration names every port, so that no other is open, whatever the image has by default.</summary>
    public bool IsTold { get; init; }

    /// <summary>All that its process runs was read, and nothing of it opens a port: it takes its work from a queue, or ends.</summary>
    public bool IsNowhere { get; init; }

    /// <summary>The paths of the source files that its process runs, followed from its command; null when unknown. Files loaded by a computed name are left out.</summary>
    public IReadOnlySet<string>? RunFiles { get; init; }

    public bool IsComplete => IncompleteBecause is null;

    public static ListeningPorts Unknown(string why) => new([], why);

    public bool Contains(int port) => Ports.Any(listening => listening.Port == port);
}

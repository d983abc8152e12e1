using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A server in production that lists the origins from which pages may call it.</summary>
/// <param name="Allowed">The origins that are allowed, as written.</param>
/// <remarks>Source: Fetch standard, "CORS protocol": the origin is scheme, host and port of the page.</remarks>
public sealed record ServedOrigins(Component Component, Workload Workload, IReadOnlyList<Fact<string>> Allowed)
{
    /// <summary>Each is on the machine of the person who looks at the page.</summary>
    public bool AreLocal { get; init; }

    /// <summary>A request of a front end of the repository to another server than its own; null when none is known.</summary>
    public SourceSpan? Call { get; init; }
}

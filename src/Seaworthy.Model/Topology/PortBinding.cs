using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A port of a workload made reachable: compose <c>ports</c>, a Kubernetes Service, a platform's internal port.</summary>
/// <param name="Published">The port outside; null when it is chosen at run time or there is none.</param>
/// <param name="Container">The port inside.</param>
/// <param name="Origin">Who states it, in a few words: <c>compose publishes</c>, <c>Service backend forwards to</c>, <c>fly.toml internal_port</c>.</param>
public sealed record PortBinding(int? Published, int Container, string? HostAddress, string Protocol, string Origin, SourceSpan Span)
{
    /// <summary>Every place the numbers came through.</summary>
    public IReadOnlyList<SourceSpan> Chain { get; init; } = [];

    /// <summary>What says the port outside where its number is not known, as written: equal texts are equal ports. Null where the number is known, or may be none.</summary>
    public string? PublishedAs { get; init; }

    /// <summary>The host picks a free port each time it starts: <c>- "5432"</c>.</summary>
    public bool IsPickedByHost { get; init; }

    /// <summary>Documentation only (EXPOSE, containerPort, expose): nothing breaks by itself when it is wrong.</summary>
    public bool IsInformational { get; init; }

    /// <summary>It is reachable under a port of the outside that is known.</summary>
    public bool IsPublished => Published is not null && !IsInformational;

    /// <summary>The type of its Service, if that opens the port on every node or on a public load balancer of the cluster.</summary>
    public Fact<string>? OpenedBy { get; init; }

    /// <summary>Its line mentions debugging: <c>- "5005:5005" # debug</c>.</summary>
    public bool IsCalledDebug => Span.Line.Contains("debug", StringComparison.OrdinalIgnoreCase);

    /// <summary>One of several, with a port of the host for each: <c>8080-8089:80</c>.</summary>
    public bool IsOfRange => Span.Text.Contains('-', StringComparison.Ordinal);

    /// <summary>A variable says one of the numbers: <c>${DB_PORT:-5432}:5432</c>.</summary>
    public bool HasVariable => Span.Text.Contains('$', StringComparison.Ordinal);
}

using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A library of Spring that asks an address on the machine itself where no property says another.</summary>
/// <param name="Store">What it connects to, as people call it: <c>RabbitMQ</c>.</param>
/// <param name="Property">The property to set: <c>spring.rabbitmq.host</c>.</param>
/// <param name="Address">What it asks by itself: <c>localhost:5672</c>.</param>
/// <param name="Value">What to set the property to.</param>
/// <param name="Meant">The one workload of the target that answers on that port.</param>
/// <param name="Span">Where the library is a dependency.</param>
public sealed record StarterDefault(
    Workload Workload,
    string Store,
    string Property,
    string Address,
    string Value,
    Workload Meant,
    SourceSpan Span
)
{
    /// <summary>A property says another address.</summary>
    public bool IsSet { get; init; }

    /// <summary>Why properties may come from elsewhere; null when the repository shows all.</summary>
    public string? UnknownBecause { get; init; }
}

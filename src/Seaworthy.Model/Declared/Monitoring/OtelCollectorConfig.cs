using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Monitoring;

/// <summary>An OpenTelemetry Collector's configuration.</summary>
/// <remarks>OpenTelemetry documentation, "Collector configuration".</remarks>
public sealed record OtelCollectorConfig(SourceFile File) : Artifact(File)
{
    /// <summary>Where it listens.</summary>
    public IReadOnlyList<OtelEndpoint> Receivers { get; init; } = [];

    /// <summary>Where it sends, or listens to be scraped (<c>prometheus</c>).</summary>
    public IReadOnlyList<OtelEndpoint> Exporters { get; init; } = [];

    /// <summary>Names of receivers, processors, exporters and connectors that pipelines use.</summary>
    public IReadOnlyList<Fact<string>> Used { get; init; } = [];

    /// <summary>Names of receivers, processors, exporters and connectors that are configured.</summary>
    public IReadOnlyList<Fact<string>> Defined { get; init; } = [];
}

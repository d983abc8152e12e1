using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Monitoring;

/// <summary>A Prometheus server's configuration: what it scrapes, which rules it loads, whom it alerts.</summary>
/// <remarks>Prometheus documentation, "Configuration".</remarks>
public sealed record PrometheusConfig(SourceFile File) : Artifact(File)
{
    public IReadOnlyList<ScrapeJob> Jobs { get; init; } = [];

    /// <summary>Paths or patterns, relative to the configuration's own place where the server runs.</summary>
    public IReadOnlyList<Fact<string>> RuleFiles { get; init; } = [];

    /// <summary>The Alertmanagers it sends to.</summary>
    public IReadOnlyList<MonitoringTarget> Alertmanagers { get; init; } = [];

    /// <summary>An Alertmanager is found by discovery, so that none is in <see cref="Alertmanagers"/>.</summary>
    public bool DiscoversAlertmanagers { get; init; }
}

namespace Seaworthy.Reading.Readers.Monitoring;

/// <summary>The readers of monitoring configurations.</summary>
internal static class MonitoringReaders
{
    public static IReadOnlyList<Reader> All { get; } =
    [
        new PrometheusReader(),
        new AlertRulesReader(),
        new AlertmanagerReader(),
        new GrafanaReader(),
        new PromtailReader(),
        new LokiReader(),
        new OtelCollectorReader(),
    ];
}

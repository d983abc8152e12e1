namespace Seaworthy.Rules.Observability;

/// <summary>The rules of this folder.</summary>
internal static class ObservabilityRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new MonitoringHostUnresolved(),
        new ScrapePathNotServed(),
        new ScrapeOfOtherProtocol(),
        new MonitoringFileNotMounted(),
        new AlertReceiverUndefined(),
        new AlertsWithoutAlertmanager(),
        new CollectorComponentUndefined(),
        new NoMetrics(),
        new NoErrorTracking(),
        new UnstructuredLogs(),
        new LogsWithoutLimit(),
        new NobodyIsTold(),
        new MonitorWithoutService(),
    ];
}

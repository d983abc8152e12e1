namespace Seaworthy.Reading.Readers.Monitoring;

/// <summary>The readers of monitoring configuration.</summary>
internal static class MonitoringReaders
{
    public static IReadOnlyList<Reader> All { get; } = [];
}

using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Monitoring;

/// <summary>A file of Prometheus or Loki rules.</summary>
/// <remarks>Prometheus documentation, "Alerting rules" and "Recording rules".</remarks>
public sealed record AlertRules(SourceFile File) : Artifact(File)
{
    public IReadOnlyList<AlertRule> Alerts { get; init; } = [];
}

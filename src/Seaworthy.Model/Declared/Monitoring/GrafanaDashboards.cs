using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Monitoring;

/// <summary>A directory (or file) from which Grafana loads dashboards, as seen by the Grafana server.</summary>
public sealed record GrafanaDashboards(Fact<string>? Name, Fact<string>? Path, SourceSpan Span);

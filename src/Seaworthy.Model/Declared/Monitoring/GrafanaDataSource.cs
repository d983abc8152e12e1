using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Monitoring;

/// <summary>Where Grafana asks for data.</summary>
/// <param name="Type"><c>prometheus</c>, <c>loki</c>, <c>postgres</c>…</param>
public sealed record GrafanaDataSource(Fact<string> Name, Fact<string>? Type, Fact<string>? Url, SourceSpan Span);

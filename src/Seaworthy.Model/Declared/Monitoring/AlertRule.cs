using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Monitoring;

/// <summary>An alert.</summary>
/// <param name="Expression">PromQL, or LogQL for Loki.</param>
public sealed record AlertRule(Fact<string> Name, Fact<string>? Expression, Fact<string>? For, Fact<string>? Severity, SourceSpan Span);

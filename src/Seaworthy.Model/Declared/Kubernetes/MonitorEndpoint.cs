using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Kubernetes;

/// <summary>A port that is scraped.</summary>
/// <param name="Port">The name of a port of the Service or pod.</param>
/// <param name="Path"><c>/metrics</c> when absent.</param>
public sealed record MonitorEndpoint(Fact<string>? Port, Fact<string>? TargetPort, Fact<string>? Path, SourceSpan Span);

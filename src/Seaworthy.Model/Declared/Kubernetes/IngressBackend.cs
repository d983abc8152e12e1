using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Kubernetes;

/// <summary>A Service and one of its ports.</summary>
/// <param name="Port">A number, or the name of a port of the Service.</param>
public sealed record IngressBackend(Fact<string> Service, Fact<string>? Port, SourceSpan Span);

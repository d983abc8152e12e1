using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Kubernetes;

/// <summary>A port of a container. It documents and names the port; it opens nothing.</summary>
/// <param name="Number">Null when it is no number.</param>
public sealed record ContainerPort(Fact<int>? Number, Fact<string>? Name, Fact<int>? HostPort, string Protocol, SourceSpan Span);

using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Kubernetes;

/// <summary>The paths of one host; without a host, of all.</summary>
public sealed record IngressRule(Fact<string>? Host, IReadOnlyList<IngressPath> Paths, SourceSpan Span);

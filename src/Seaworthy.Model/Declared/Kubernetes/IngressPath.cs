using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Kubernetes;

/// <summary>A path and where its requests go.</summary>
public sealed record IngressPath(Fact<string>? Path, Fact<string>? PathType, IngressBackend? Backend, SourceSpan Span);

using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Kubernetes;

/// <summary>A ConfigMap or Secret of the same namespace, or one key of it.</summary>
/// <param name="Key">Null when the whole object is meant.</param>
/// <param name="IsOptional">The pod starts without it.</param>
public sealed record KeyReference(KeyHolder Holder, Fact<string> Name, Fact<string>? Key, bool IsOptional, SourceSpan Span);

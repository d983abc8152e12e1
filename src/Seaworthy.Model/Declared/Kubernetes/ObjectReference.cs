using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Kubernetes;

/// <summary>Another object, by kind and name.</summary>
public sealed record ObjectReference(
    Fact<string>? ApiVersion,
    Fact<string>? Kind,
    Fact<string> Name,
    Fact<string>? Namespace,
    SourceSpan Span
);

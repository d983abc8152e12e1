using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Kubernetes;

/// <summary>Hosts served with the certificate of a Secret; without a Secret, with the controller's own.</summary>
public sealed record IngressTls(IReadOnlyList<Fact<string>> Hosts, Fact<string>? SecretName, SourceSpan Span);

using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Orchestration;

/// <summary>An Ingress whose requests ingress-nginx sends on under another path.</summary>
/// <param name="Target">The path that a request gets, as the annotation says it.</param>
internal sealed record IngressRewrite(Ingress Ingress, Fact<string> Target, IReadOnlyList<RewrittenPath> Paths);

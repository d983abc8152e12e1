using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Orchestration;

/// <summary>An Ingress whose requests ingress-nginx forwards under another path.</summary>
/// <param name="Target">The new path, as written in the annotation.</param>
internal sealed record IngressRewrite(Ingress Ingress, Fact<string> Target, IReadOnlyList<RewrittenPath> Paths);

using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Kubernetes;

/// <summary>An entry of a store outside the cluster that a key of a Secret is taken from.</summary>
/// <param name="Key">The entry: <c>shop/database</c>.</param>
/// <param name="Property">The key of its JSON; null takes the whole value.</param>
/// <remarks>External Secrets Operator, API specification, <c>ExternalSecretDataRemoteRef</c>.</remarks>
public sealed record RemoteReference(Fact<string> Key, Fact<string>? Property);

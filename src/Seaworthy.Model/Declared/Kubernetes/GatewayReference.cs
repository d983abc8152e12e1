using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Kubernetes;

/// <summary>The gateway of a route of the Gateway API.</summary>
public sealed record GatewayReference(Fact<string> Name, Fact<string>? Namespace, Fact<string>? Listener);

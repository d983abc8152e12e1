using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Kubernetes;

/// <summary>Every key of a ConfigMap or Secret as a variable.</summary>
/// <param name="Prefix">Put in front of every key.</param>
public sealed record EnvFromSource(KeyReference Source, Fact<string>? Prefix);

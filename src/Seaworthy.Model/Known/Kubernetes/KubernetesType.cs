namespace Seaworthy.Model.Known.Kubernetes;

/// <summary>A type of the Kubernetes API with its fields by name.</summary>
public sealed record KubernetesType(string Name, IReadOnlyDictionary<string, KubernetesField> Fields);

using Seaworthy.Model.Declared.Kubernetes;

namespace Seaworthy.Reading.Linking.Kubernetes.Names;

/// <summary>A workload under one of the names that it has.</summary>
internal sealed record Named(string Kind, string Name, KubernetesWorkload Workload);

using Seaworthy.Model.Declared.Kubernetes;

namespace Seaworthy.Reading.Linking.Targets.Kubernetes;

/// <summary>The Services that select pods with the same labels in the same namespace, and the names under which they lead to a container that is alone.</summary>
internal sealed record SelectingServices(
    IReadOnlyList<KubernetesService> Services,
    IReadOnlyList<string> HostNames,
    IReadOnlyDictionary<string, string> RenamedHosts
);

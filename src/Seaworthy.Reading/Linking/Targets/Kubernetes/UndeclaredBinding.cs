using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Targets.Kubernetes;

/// <summary>What a port of a Service leads to where no container declares it.</summary>
internal sealed record UndeclaredBinding(KubernetesService Service, PortBinding Binding);

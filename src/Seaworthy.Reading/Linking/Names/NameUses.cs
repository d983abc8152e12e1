using Seaworthy.Model;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.CommandUses;
using Seaworthy.Reading.Linking.Compose;
using Seaworthy.Reading.Linking.Images.Names;
using Seaworthy.Reading.Linking.Kubernetes.Names;
using Seaworthy.Reading.Linking.Pipelines;

namespace Seaworthy.Reading.Linking.Names;

/// <summary>Every name that one statement uses and another must define.</summary>
internal static class NameUses
{
    public static IReadOnlyList<NameUse> Link(Deployment deployment) =>
        [
            .. ComposeNames.Find(deployment),
            .. DockerfileNames.Find(deployment),
            .. KubernetesNames.Find(deployment),
            .. HelmNames.Find(deployment),
            .. CommandNames.Find(deployment),
            .. WorkflowNames.Find(deployment),
        ];
}

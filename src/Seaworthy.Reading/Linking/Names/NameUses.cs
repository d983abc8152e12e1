using Seaworthy.Model;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Bicep;
using Seaworthy.Reading.Linking.CommandUses;
using Seaworthy.Reading.Linking.Compose;
using Seaworthy.Reading.Linking.Images.Names;
using Seaworthy.Reading.Linking.Kubernetes.Names;
using Seaworthy.Reading.Linking.Outside;
using Seaworthy.Reading.Linking.Pipelines;
using Seaworthy.Reading.Linking.Terraform;

namespace Seaworthy.Reading.Linking.Names;

/// <summary>Every name that one statement uses and another must define.</summary>
internal static class NameUses
{
    private static readonly IReadOnlyList<Func<Deployment, IEnumerable<NameUse>>> Finders =
    [
        ComposeNames.Find,
        DockerfileNames.Find,
        KubernetesNames.Find,
        CommandedObjects.Find,
        HelmNames.Find,
        CommandNames.Find,
        WorkflowNames.Find,
        TerraformNames.Find,
        BicepNames.Find,
        ContainerAppSecrets.Find,
    ];

    public static IReadOnlyList<NameUse> Link(Deployment deployment) =>
        OutsideNames.Define(
            [.. SideBySide.Select(Finders, find => find(deployment).ToList()).SelectMany(found => found)],
            deployment.Outside
        );
}

using System.Collections.Frozen;
using Seaworthy.Model.Declared.Terraform;

namespace Seaworthy.Model.Known.Kubernetes;

/// <summary>What makes a cluster of Kubernetes at a cloud provider.</summary>
/// <remarks>Sources: Terraform Registry, providers aws, google and azurerm; modules terraform-aws-modules/eks, terraform-google-modules/kubernetes-engine, Azure/aks.</remarks>
public static class ClusterMakers
{
    private static readonly FrozenSet<string> Resources = FrozenSet.Create(
        StringComparer.Ordinal,
        ["aws_eks_cluster", "google_container_cluster", "azurerm_kubernetes_cluster"]
    );

    private static readonly string[] Modules =
    [
        "terraform-aws-modules/eks/aws",
        "terraform-google-modules/kubernetes-engine/google",
        "Azure/aks/azurerm",
    ];

    /// <summary>A block that makes one: a resource, or a module of the registry.</summary>
    public static bool IsCluster(HclBlock block)
    {
        ArgumentNullException.ThrowIfNull(block);
        return block.Type.Value switch
        {
            "resource" => Resources.Contains(block.Label(0)),
            // Modules of the same package make parts: terraform-aws-modules/eks/aws//modules/karpenter.
            "module" => block.Body["source"]?.Value is HclExpression.Literal { Text: var source } && Modules.Contains(source),
            _ => false,
        };
    }
}

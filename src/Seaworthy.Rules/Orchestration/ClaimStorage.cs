using Seaworthy.Model;
using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Terraform;
using Seaworthy.Model.Known.Kubernetes;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>What a volume of a pod is made of, as far as the repository says it.</summary>
/// <param name="Name">The class, volume or cluster that decides, as a person would name it; null when nothing does.</param>
/// <param name="Place">Where it is written.</param>
internal sealed record ClaimStorage(StorageKind Kind, string? Name, SourceSpan? Place)
{
    private static readonly ClaimStorage Unknown = new(StorageKind.Unknown, null, null);

    // Kubernetes of cloud providers, whose default class makes disks.
    private static readonly HashSet<string> CloudClusters = new(StringComparer.Ordinal)
    {
        "aws_eks_cluster",
        "google_container_cluster",
        "azurerm_kubernetes_cluster",
        "digitalocean_kubernetes_cluster",
        "linode_lke_cluster",
        "civo_kubernetes_cluster",
        "vultr_kubernetes",
        "scaleway_k8s_cluster",
        "oci_containerengine_cluster",
    };

    private static readonly string[] LocalClusters = ["minikube", "kind", "k3d", "k3s", "microk8s"];

    private static readonly PerDeployment<IReadOnlyList<ClaimStorage>> Clusters = new(deployment =>
        [.. Declared(deployment).Concat(Commanded(deployment))]
    );

    /// <summary>The storage of a volume; null for one that is no claim and no disk.</summary>
    public static ClaimStorage? Of(PodVolume volume, PersistentVolumeClaim? claim, KubernetesStack stack, Deployment deployment) =>
        volume.ClaimName is null
            ? volume.Kind is { } kind && StorageKinds.OfSource(kind.Value) == StorageKind.Block
                ? new ClaimStorage(StorageKind.Block, $"`{kind.Value}`", kind.Span)
                : null
            : OfClaim(claim, stack, deployment);

    /// <summary>The storage of a claim: of the volume that is made for it by hand, of its class, else of the default class of the cluster.</summary>
    public static ClaimStorage OfClaim(PersistentVolumeClaim? claim, KubernetesStack stack, Deployment deployment)
    {
        if (claim is null)
        {
            return Unknown;
        }

        if (VolumeOf(claim, stack) is { Source: { } source } volume)
        {
            var kind = volume.Driver is { } driver ? StorageKinds.OfProvisioner(driver.Value) : StorageKinds.OfSource(source.Value);
            return new ClaimStorage(
                WithoutExt(volume.FileSystem) ? StorageKind.Directory : kind,
                $"volume `{volume.Name?.Value}`",
                source.Span
            );
        }

        var classes = deployment
            .KubernetesStacks.SelectMany(other => other.Of<StorageClass>())
            .Concat(deployment.Of<KubernetesManifest>().SelectMany(file => file.Objects.OfType<StorageClass>()))
            .ToList();
        return claim.StorageClass is { Value: var named } asked
            ? named.Length == 0
                ? Unknown
                : classes.Find(one => one.Name?.Value == named) is { } defined
                    ? OfClass(defined)
                    : new ClaimStorage(StorageKinds.OfClass(named), $"class `{named}`", asked.Span)
            : classes.Find(one => one.IsDefault) is { } fallback
                ? OfClass(fallback)
                : OfCluster(deployment);
    }

    private static ClaimStorage OfClass(StorageClass defined) =>
        new(
            WithoutExt(defined.FileSystem) ? StorageKind.Directory : StorageKinds.OfProvisioner(defined.Provisioner?.Value ?? ""),
            $"class `{defined.Name?.Value}`",
            defined.Provisioner?.Span
        );

    /// <summary>Only the file systems of the ext family have a lost+found from the start.</summary>
    private static bool WithoutExt(Fact<string>? fileSystem) =>
        fileSystem is { Value: var written } && !written.StartsWith("ext", StringComparison.OrdinalIgnoreCase);

    private static PersistentVolume? VolumeOf(PersistentVolumeClaim claim, KubernetesStack stack) =>
        stack
            .Of<PersistentVolume>()
            .FirstOrDefault(volume =>
                claim.VolumeName is { } wanted
                    ? wanted.Value == volume.Name?.Value
                    : claim.StorageClass is { } storage && (volume.StorageClass?.Value ?? "") == storage.Value
            );

    /// <summary>Clusters of one kind decide; of several, any may be meant.</summary>
    private static ClaimStorage OfCluster(Deployment deployment) =>
        Clusters.Of(deployment) is [var first, ..] all && all.All(one => one.Kind == first.Kind) ? first : Unknown;

    private static IEnumerable<ClaimStorage> Declared(Deployment deployment) =>
        deployment
            .Of<TerraformFile>()
            .SelectMany(file => file.Body.Of("resource"))
            .Where(block => CloudClusters.Contains(block.Label(0)))
            .Select(block => new ClaimStorage(StorageKind.Block, $"the default class of `{block.Label(0)}`", block.Span));

    private static IEnumerable<ClaimStorage> Commanded(Deployment deployment) =>
        deployment
            .Commands.Select(site => site.Command)
            .Concat(deployment.Of<Document>().SelectMany(document => document.Commands))
            .Select(OfMaker)
            .OfType<ClaimStorage>();

    private static ClaimStorage? OfMaker(ShellCommand command) =>
        Array.IndexOf(LocalClusters, command.Program) >= 0
        && command.Words is [_, { Literal: "start" or "create" or "cluster" or "enable" }, ..]
            ? new ClaimStorage(StorageKind.Directory, $"the default class of {command.Program}", command.Span)
        : command.Words
            is [{ Literal: "aws" }, { Literal: "eks" }, ..]
                or [{ Literal: "gcloud" }, { Literal: "container" }, { Literal: "clusters" }, ..]
                or [{ Literal: "az" }, { Literal: "aks" }, ..]
                or [{ Literal: "doctl" }, { Literal: "kubernetes" or "k8s" }, ..]
                or [{ Literal: "eksctl" }, ..]
            ? new ClaimStorage(
                StorageKind.Block,
                $"the default class of {command.Program switch { "aws" or "eksctl" => "EKS", "gcloud" => "GKE", "az" => "AKS", _ => "DigitalOcean" }}",
                command.Span
            )
        : null;
}

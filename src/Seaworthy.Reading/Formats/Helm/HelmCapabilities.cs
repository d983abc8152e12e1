using Seaworthy.Reading.Formats.GoTemplate.Values;

namespace Seaworthy.Reading.Formats.Helm;

/// <summary><c>.Capabilities</c> of a Helm that asks no cluster.</summary>
/// <remarks>Helm 4.1.4, <c>helm template</c>: the versions that its client knows.</remarks>
internal static class HelmCapabilities
{
    public const string KubernetesVersion = "v1.35.0";

    private const string Versions =
        "v1 admissionregistration.k8s.io/v1 admissionregistration.k8s.io/v1alpha1 admissionregistration.k8s.io/v1beta1 "
        + "internal.apiserver.k8s.io/v1alpha1 apps/v1 apps/v1beta1 apps/v1beta2 authentication.k8s.io/v1 authentication.k8s.io/v1alpha1 "
        + "authentication.k8s.io/v1beta1 authorization.k8s.io/v1 authorization.k8s.io/v1beta1 autoscaling/v1 autoscaling/v2 autoscaling/v2beta1 "
        + "autoscaling/v2beta2 batch/v1 batch/v1beta1 certificates.k8s.io/v1 certificates.k8s.io/v1beta1 certificates.k8s.io/v1alpha1 "
        + "coordination.k8s.io/v1alpha2 coordination.k8s.io/v1beta1 coordination.k8s.io/v1 discovery.k8s.io/v1 discovery.k8s.io/v1beta1 "
        + "events.k8s.io/v1 events.k8s.io/v1beta1 extensions/v1beta1 flowcontrol.apiserver.k8s.io/v1 flowcontrol.apiserver.k8s.io/v1beta1 "
        + "flowcontrol.apiserver.k8s.io/v1beta2 flowcontrol.apiserver.k8s.io/v1beta3 networking.k8s.io/v1 networking.k8s.io/v1beta1 "
        + "node.k8s.io/v1 node.k8s.io/v1alpha1 node.k8s.io/v1beta1 policy/v1 policy/v1beta1 rbac.authorization.k8s.io/v1 "
        + "rbac.authorization.k8s.io/v1beta1 rbac.authorization.k8s.io/v1alpha1 resource.k8s.io/v1 resource.k8s.io/v1beta2 resource.k8s.io/v1beta1 "
        + "resource.k8s.io/v1alpha3 scheduling.k8s.io/v1alpha1 scheduling.k8s.io/v1beta1 scheduling.k8s.io/v1 storage.k8s.io/v1beta1 "
        + "storage.k8s.io/v1 storage.k8s.io/v1alpha1 storagemigration.k8s.io/v1beta1 apiextensions.k8s.io/v1beta1 apiextensions.k8s.io/v1";

    public static GoStruct Default { get; } =
        new(
            "*common.Capabilities",
            "",
            new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["KubeVersion"] = new GoStruct(
                    "common.KubeVersion",
                    KubernetesVersion,
                    new Dictionary<string, object?>(StringComparer.Ordinal)
                    {
                        ["Version"] = KubernetesVersion,
                        ["Major"] = "1",
                        ["Minor"] = "35",
                        ["GitVersion"] = KubernetesVersion,
                        ["String"] = KubernetesVersion,
                    }
                ),
                ["APIVersions"] = new HelmApiVersions(Versions.Split(' ')),
                ["HelmVersion"] = new GoStruct(
                    "common.BuildInfo",
                    "",
                    new Dictionary<string, object?>(StringComparer.Ordinal)
                    {
                        ["Version"] = "v4.1.4",
                        ["GitCommit"] = "05fa37973dc9e42b76e1d2883494c87174b6074f",
                        ["GitTreeState"] = "clean",
                        ["GoVersion"] = "go1.25.9",
                    }
                ),
            }
        );
}

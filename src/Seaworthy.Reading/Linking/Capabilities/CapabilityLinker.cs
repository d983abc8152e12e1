using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Capabilities;

/// <summary>What kind of undertaking the repository is, and which of the capabilities that such a one needs it has.</summary>
internal static class CapabilityLinker
{
    public static (Scale Scale, IReadOnlyList<Capability> Capabilities) Link(Deployment deployment)
    {
        DeployedParts parts = new(deployment);
        return (parts.Scale, parts.Scale.Kind >= ScaleKind.Prototype ? Find(parts) : []);
    }

    private static IReadOnlyList<Capability> Find(DeployedParts parts) =>
        [
            .. PipelineCapability.Find(parts),
            .. TestRuns.Find(parts),
            .. DependencyUpdates.Find(parts),
            .. Stagings.Find(parts),
            .. VulnerabilityScans.Find(parts),
            .. StoreBackups.Find(parts),
            .. Instruments.Find(parts),
            .. StructuredLogs.Find(parts),
            .. LogLimits.Find(parts),
            .. Alerts.Find(parts),
            .. RateLimits.Find(parts),
            .. Encryptions.Find(parts),
            .. Autoscaling.Find(parts),
            .. DeploymentTexts.Find(parts),
        ];
}

using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Capabilities;

/// <summary>What kind of undertaking the repository is, and which of the capabilities that such a one needs it has.</summary>
internal static class CapabilityLinker
{
    private static readonly IReadOnlyList<Func<DeployedParts, IEnumerable<Capability>>> Searches =
    [
        PipelineCapability.Find,
        TestRuns.Find,
        DependencyUpdates.Find,
        Stagings.Find,
        VulnerabilityScans.Find,
        StoreBackups.Find,
        Instruments.Find,
        StructuredLogs.Find,
        LogLimits.Find,
        Alerts.Find,
        RateLimits.Find,
        Encryptions.Find,
        Autoscaling.Find,
        DeploymentTexts.Find,
    ];

    public static ScaleCapabilities Link(Deployment deployment)
    {
        DeployedParts parts = new(deployment);
        return new ScaleCapabilities(parts.Scale, parts.Scale.Kind >= ScaleKind.Prototype ? Find(parts) : []);
    }

    private static IReadOnlyList<Capability> Find(DeployedParts parts) =>
        [.. SideBySide.Select(Searches, search => search(parts).ToList()).SelectMany(found => found)];
}

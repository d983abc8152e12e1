using Seaworthy.Model.Declared.Settings;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Outside;

/// <summary>Capabilities that are there without anything in the tree to show them: the backups of a managed database.</summary>
internal static class OutsideCapabilities
{
    private const string Evidence = "a fact of the configuration";

    public static IReadOnlyList<Capability> Show(IReadOnlyList<Capability> capabilities, OutsideFacts facts) =>
        facts.Capabilities.Count == 0 ? capabilities : [.. capabilities.Select(capability => Show(capability, facts))];

    private static Capability Show(Capability capability, OutsideFacts facts) =>
        capability.Level != CapabilityLevel.Present
        && facts.Capabilities.FirstOrDefault(fact => fact.Value == CapabilityWords.Of(capability.Kind)) is { } stated
            ? capability with
            {
                Level = CapabilityLevel.Present,
                Evidence = [new Fact<string>(Evidence, stated.Span), .. capability.Evidence],
                Wanting = [],
                UnknownBecause = null,
            }
            : capability;
}

using Seaworthy.Model.Declared.Settings;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Outside;

/// <summary>Variables that a platform gives to workloads besides those that the tree shows. What the tree shows is nearer.</summary>
internal static class OutsideSupply
{
    private const string Why = "the platform sets it";

    public static IReadOnlyList<Target> Give(IReadOnlyList<Target> targets, OutsideFacts facts) =>
        facts.Variables.Count == 0
            ? targets
            : [.. targets.Select(target => target with { Workloads = [.. target.Workloads.Select(workload => Give(workload, facts))] })];

    private static Workload Give(Workload workload, OutsideFacts facts)
    {
        var known = workload.Supplied.Select(variable => variable.Name).ToHashSet(StringComparer.Ordinal);
        var given = facts.Variables.Where(fact => fact.IsFor(workload.Name)).ToList();
        return workload with
        {
            Supplied =
            [
                .. workload.Supplied,
                .. given
                    .Where(fact => known.Add(fact.Name))
                    .Select(fact => new SuppliedVariable(fact.Name, Resolved.Unknown(Why, fact.Span), fact.Span, SupplyOrigin.Stated)),
            ],
            // A filled-in declaration has them, too.
            UnsetVariables = [.. workload.UnsetVariables.Where(unset => !given.Exists(fact => fact.Name == unset.Value))],
        };
    }
}

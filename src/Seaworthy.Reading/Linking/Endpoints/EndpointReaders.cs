using Seaworthy.Model;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Configuration;

namespace Seaworthy.Reading.Linking.Endpoints;

/// <summary>Whether somebody reads the variables that hold addresses: nobody is seen to, or nobody does, or only into a setting from which nothing takes them.</summary>
internal static class EndpointReaders
{
    // Relaxed binding: the framework takes whatever begins so.
    private static readonly string[] FrameworkPrefixes =
    [
        "SPRING_",
        "spring.",
        "QUARKUS_",
        "quarkus.",
        "MICRONAUT_",
        "ConnectionStrings__",
        "eureka.",
    ];

    /// <summary>The addresses of a deployment, marked by who reads them.</summary>
    public static IReadOnlyList<EndpointUse> Mark(Deployment deployment, IReadOnlyList<EndpointUse> uses)
    {
        // Two targets may have workloads that are alike in everything.
        var variables = deployment.Variables.ToLookup(object (all) => all.Workload, ReferenceEqualityComparer.Instance);
        Dictionary<object, ReadNames> names = new(ReferenceEqualityComparer.Instance);
        ComponentReads reads = new();
        UnusedSettings settings = new(deployment);
        return
        [
            .. uses.Select(use =>
                use is not { Caller: { } caller, Variable: { } name } ? use with { IsRead = true }
                : Names(caller).InVain.Contains(name) || IsLeft(caller, name, reads, settings) ? use with { IsUnread = true }
                : use with { IsRead = IsRead(caller, name, Names(caller)) }
            ),
        ];

        ReadNames Names(Workload caller) =>
            names.TryGetValue(caller, out var known) ? known : names[caller] = ReadNames.Of([.. variables[caller]]);
    }

    /// <summary>By the source of the workload, or by the framework that it is built with; without its source, the file that sets the variable is believed.</summary>
    private static bool IsRead(Workload caller, string variable, ReadNames names) =>
        caller.Components.Count == 0
        || names.Read.Contains(variable)
        || FrameworkPrefixes.Any(prefix => variable.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    private static bool IsLeft(Workload caller, string variable, ComponentReads reads, UnusedSettings settings) =>
        caller.Components.SelectMany(component => reads.Of(component, variable)).ToList() is { Count: > 0 } found
        && found.TrueForAll(settings.Hold);

    /// <param name="Read">Names that the source of a workload reads, and those that serve for them.</param>
    /// <param name="InVain">Names that it is given and does not read.</param>
    private sealed record ReadNames(HashSet<string> Read, HashSet<string> InVain)
    {
        public static ReadNames Of(IReadOnlyList<WorkloadVariables> variables) =>
            new(
                variables
                    .SelectMany(all => all.Uses)
                    .SelectMany(use => new[] { use.Name, use.Supply?.Name })
                    .OfType<string>()
                    .ToHashSet(StringComparer.Ordinal),
                variables
                    .SelectMany(all => all.Unread.Concat(all.Unmentioned))
                    .Select(given => given.Name)
                    .ToHashSet(StringComparer.Ordinal)
            );
    }
}

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

    /// <summary>All addresses of a deployment whose variables are linked, marked by who reads them.</summary>
    public static IReadOnlyList<EndpointUse> Mark(Deployment deployment)
    {
        // Two targets may have workloads that are alike in everything.
        var variables = deployment.Variables.ToLookup(object (all) => all.Workload, ReferenceEqualityComparer.Instance);
        UnusedSettings settings = new(deployment);
        return
        [
            .. deployment.Endpoints.Select(use =>
                use is not { Caller: { } caller, Variable: { } name } ? use with { IsRead = true }
                : IsGivenInVain(name, variables[caller]) || IsLeft(caller, name, settings) ? use with { IsUnread = true }
                : use with { IsRead = IsRead(caller, name, variables[caller]) }
            ),
        ];
    }

    private static bool IsGivenInVain(string variable, IEnumerable<WorkloadVariables> variables) =>
        variables.Any(all => all.Unread.Concat(all.Unmentioned).Any(given => given.Name == variable));

    /// <summary>By the source of the workload, or by the framework that it is built with; whose source is not here is taken at the word of whoever gives it the variable.</summary>
    private static bool IsRead(Workload caller, string variable, IEnumerable<WorkloadVariables> variables) =>
        caller.Components.Count == 0
        || variables.SelectMany(all => all.Uses).Any(use => use.Name == variable || use.Supply?.Name == variable)
        || FrameworkPrefixes.Any(prefix => variable.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    private static bool IsLeft(Workload caller, string variable, UnusedSettings settings) =>
        caller
            .Components.SelectMany(component => component.Code)
            .SelectMany(file => file.EnvironmentReads)
            .Where(read => read.Name == variable)
            .ToList()
            is { Count: > 0 } reads
        && reads.TrueForAll(settings.Hold);
}

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
        var unread = deployment.Variables.ToLookup(
            object (variables) => variables.Workload,
            variables => variables.Unread.Concat(variables.Unmentioned),
            ReferenceEqualityComparer.Instance
        );
        var read = deployment.Variables.ToLookup(
            object (variables) => variables.Workload,
            variables => variables.Uses,
            ReferenceEqualityComparer.Instance
        );
        UnusedSettings settings = new(deployment);
        return
        [
            .. deployment.Endpoints.Select(use =>
                use is { Caller: { } caller, Variable: { } name }
                && (unread[caller].Any(names => names.Any(given => given.Name == name)) || IsLeft(caller, name, settings))
                    ? use with
                    {
                        IsUnread = true,
                    }
                    : use with
                    {
                        IsRead = use.Caller is not { } who || use.Variable is not { } variable || IsRead(who, variable, read[who]),
                    }
            ),
        ];
    }

    /// <summary>By the source of the workload, or by the framework that it is built with; whose source is not here is taken at the word of whoever gives it the variable.</summary>
    private static bool IsRead(Workload caller, string variable, IEnumerable<IReadOnlyList<VariableUse>> uses) =>
        caller.Components.Count == 0
        || uses.SelectMany(all => all).Any(use => use.Name == variable || use.Supply?.Name == variable)
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

using Seaworthy.Model;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Configuration;

namespace Seaworthy.Reading.Linking.Endpoints;

/// <summary>Addresses in variables that nothing in the source of the workload reads, or reads only into a setting from which nothing takes them.</summary>
internal static class UnreadEndpoints
{
    /// <summary>All addresses of a deployment whose variables are linked, those that nobody reads marked.</summary>
    public static IReadOnlyList<EndpointUse> Mark(Deployment deployment)
    {
        // Two targets may have workloads that are alike in everything.
        var unread = deployment.Variables.ToLookup(
            object (variables) => variables.Workload,
            variables => variables.Unread.Concat(variables.Unmentioned),
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
                    : use
            ),
        ];
    }

    private static bool IsLeft(Workload caller, string variable, UnusedSettings settings) =>
        caller
            .Components.SelectMany(component => component.Code)
            .SelectMany(file => file.EnvironmentReads)
            .Where(read => read.Name == variable)
            .ToList()
            is { Count: > 0 } reads
        && reads.TrueForAll(settings.Hold);
}

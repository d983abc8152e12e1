using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Endpoints;

/// <summary>Addresses in variables that nothing in the source of the workload reads.</summary>
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
        return
        [
            .. deployment.Endpoints.Select(use =>
                use is { Caller: { } caller, Variable: { } name } && unread[caller].Any(names => names.Any(given => given.Name == name))
                    ? use with
                    {
                        IsUnread = true,
                    }
                    : use
            ),
        ];
    }
}

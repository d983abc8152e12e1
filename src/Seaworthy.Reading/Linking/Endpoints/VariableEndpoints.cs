using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Endpoints;

/// <summary>Addresses that workloads are given in variables.</summary>
internal static class VariableEndpoints
{
    public static IEnumerable<EndpointUse> Find(Target target, HostDirectory hosts)
    {
        foreach (var workload in target.Workloads)
        {
            foreach (var (variable, address) in VariableAddresses.Of(workload))
            {
                if (IsIdle(workload, variable.Name) || AllowedOrigins.AreIn(workload, variable.Name))
                {
                    continue;
                }

                var use = hosts.Use(workload, EndpointOrigin.EnvironmentVariable, address, variable.Span);
                var isBareWord = address is { Scheme: "", Port: null };
                if (isBareWord && use.Callee is null && (!VariableAddresses.NamesHost(variable.Name) || address.LooksLikeIdentifier))
                {
                    continue;
                }

                yield return use with
                {
                    Variable = variable.Name,
                    Chain = variable.Value.Chain,
                    IsBareWord = isBareWord,
                };
            }
        }
    }

    /// <summary>A public image that is known not to read the variable, with nothing of the operator's own in it that might.</summary>
    private static bool IsIdle(Workload workload, string variable) =>
        workload.Ignores(variable)
        || (
            workload is { Image: null, Start: null, Public: { } known }
            && known.NeverReads(variable)
            && workload.Mounts.All(mount => mount.Kind != MountKind.Bind)
        );
}

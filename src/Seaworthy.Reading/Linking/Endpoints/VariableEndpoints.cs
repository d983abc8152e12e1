using Seaworthy.Model.Topology;
using Seaworthy.Reading.Formats.Tree;

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
                if (IsIdle(workload, variable.Name))
                {
                    continue;
                }

                var (answer, callee, why) = hosts.Find(workload, address);
                var isBareWord = address is { Scheme: "", Port: null };
                if (isBareWord && callee is null && !VariableAddresses.NamesHost(variable.Name))
                {
                    continue;
                }

                yield return new EndpointUse
                {
                    Caller = workload,
                    Subject = workload.Name,
                    Origin = EndpointOrigin.EnvironmentVariable,
                    Variable = variable.Name,
                    Scheme = address.Scheme,
                    Host = address.Host,
                    Port = address.Port ?? SchemePorts.Of(address.Scheme),
                    Path = address.Path,
                    Span = variable.Span,
                    Chain = variable.Value.Chain,
                    Answer = answer,
                    Callee = callee,
                    Candidates = hosts.Known,
                    Near = callee is null ? NearMiss.Of(address.Host, hosts.Known) : null,
                    UndecidedBecause = why,
                    IsBareWord = isBareWord,
                };
            }
        }
    }

    /// <summary>A public image that is known not to read the variable, with nothing of the operator's own in it that might.</summary>
    private static bool IsIdle(Workload workload, string variable) =>
        workload is { Image: null, Start: null, Public: { } known }
        && known.NeverReads(variable)
        && workload.Mounts.All(mount => mount.Kind != MountKind.Bind);
}

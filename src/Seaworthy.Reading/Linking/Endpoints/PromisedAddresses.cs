using Seaworthy.Model;
using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Endpoints;

/// <summary>Addresses in the template of a container's env file that stand for another workload on the developer's machine, and for the container itself once the template is copied.</summary>
internal static class PromisedAddresses
{
    public static IReadOnlyList<PromisedAddress> Link(Deployment deployment) =>
        [
            .. from variables in deployment.Variables
            where DefaultAddresses.IsJudged(variables.Workload)
            from use in variables.Uses
            where !use.IsBuildTime
            let line = variables.Workload.FindPromised(use.Name)
            where line is not null
            let address = Of(use, line, variables.Workload)
            where address is { Port: not null } && DefaultAddresses.HasDriver(use.Workload, address.Port ?? 0)
            let meant = DefaultAddresses.Meant(deployment, use.Workload, address.Port ?? 0)
            where meant is not null
            select new PromisedAddress(use, line, $"{address.Host}:{address.Port}", meant)
            {
                IsGivenOtherwise = DefaultAddresses.IsGivenOtherwise(deployment, use, meant),
            },
        ];

    private static Address? Of(VariableUse use, EnvEntry line, Workload workload) =>
        DefaultAddresses.OnLoopback(use.Name, line.Value?.Literal ?? "", () => PortBeside(use, workload));

    private static int? PortBeside(VariableUse use, Workload workload)
    {
        var name = DefaultAddresses.PortName(use.Name);
        var set = workload.Supplied.LastOrDefault(variable => variable.Name == name)?.Value.Text;
        var promised = workload.FindPromised(name)?.Value?.Literal;
        return DefaultAddresses.Number(set ?? promised) ?? (set is null && promised is null ? DefaultAddresses.UsualPort(use.Name) : null);
    }
}

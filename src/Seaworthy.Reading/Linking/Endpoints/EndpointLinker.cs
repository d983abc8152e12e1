using Seaworthy.Model;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Configuration;
using Seaworthy.Reading.Linking.Jvm;
using Seaworthy.Reading.Linking.Monitoring;
using Seaworthy.Reading.Linking.Outside;
using Seaworthy.Reading.Linking.Values;

namespace Seaworthy.Reading.Linking.Endpoints;

/// <summary>Addresses in variables, code, proxies and scripts to the workloads that answer there.</summary>
internal static class EndpointLinker
{
    public static IReadOnlyList<EndpointUse> Link(Deployment deployment, CodeModules modules) =>
        OutsideHosts.Answer(EndpointReaders.Mark(deployment, Find(deployment, modules)), deployment.Outside);

    private static IReadOnlyList<EndpointUse> Find(Deployment deployment, CodeModules modules)
    {
        CodeEndpoints code = new(new CodeValues(modules), new LoadedCode(deployment, modules));
        var hosts = HostDirectory.Everywhere(deployment);
        var applications = JvmNames.Of(deployment);
        return
        [
            .. deployment.Targets.SelectMany(target =>
                OfTarget(deployment, target, new HostDirectory(target, hosts) { Registered = applications }, code)
            ),
            .. MonitoringEndpoints.Find(deployment, hosts),
        ];
    }

    private static IEnumerable<EndpointUse> OfTarget(Deployment deployment, Target target, HostDirectory hosts, CodeEndpoints code) =>
        VariableEndpoints
            .Find(target, hosts)
            .Concat(ProxyEndpoints.Find(deployment, target, hosts))
            .Concat(PropertyEndpoints.Find(deployment, target, hosts))
            .Concat(code.Find(target, hosts));
}

using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>Why a name of a service does not hold on the host's network, and what does, in words.</summary>
internal static class HostNetworkWords
{
    /// <summary>The end of a sentence.</summary>
    public static string Reason(EndpointUse use) =>
        use.Caller is { UsesHostNetwork: true } caller
            ? $"{caller.Name} is on the host's network, where Docker resolves no names of services"
            : $"{use.Callee?.Name} is on the host's network, and Docker gives it no name on another";

    public static IEnumerable<SourceSpan> Places(EndpointUse use) =>
        new[] { use.Caller?.HostNetwork, use.Callee?.HostNetwork }.OfType<SourceSpan>();

    public static string Remedy(EndpointUse use) =>
        use switch
        {
            { Caller: { UsesHostNetwork: true } caller, Callee: { UsesHostNetwork: true } callee } =>
                $"Write `127.0.0.1{Port(use.Port)}` in {use.Span}, or take `network_mode: host` from {caller.Name} and {callee.Name}.",
            { Caller: { UsesHostNetwork: true } caller, Callee: { } callee } =>
                $"Write `127.0.0.1{Port(Published(callee, use.Port))}` in {use.Span} and publish that port of {callee.Name}, or take `network_mode: host` from {caller.Name}.",
            _ =>
                $"Write `host.docker.internal{Port(use.Port)}` in {use.Span} with `extra_hosts: [\"host.docker.internal:host-gateway\"]`, or take `network_mode: host` from {use.Callee?.Name}.",
        };

    private static int? Published(Workload callee, int? port) =>
        callee.Ports.FirstOrDefault(binding => binding.Container == port)?.Published ?? port;

    private static string Port(int? port) => port is null ? "" : $":{port}";
}

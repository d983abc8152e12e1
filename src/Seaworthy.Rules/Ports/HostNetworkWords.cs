using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>Why a service name does not resolve on the host network, and what does.</summary>
internal static class HostNetworkWords
{
    /// <summary>The end of a sentence.</summary>
    public static string Reason(EndpointUse use) =>
        use.Caller is { UsesHostNetwork: true } caller
            ? $"{caller.Name} uses the host network, where Docker resolves no service names"
            : $"{use.Callee?.Name} uses the host network, so Docker gives it no name";

    public static IEnumerable<SourceSpan> Places(EndpointUse use) =>
        new[] { use.Caller?.HostNetwork, use.Callee?.HostNetwork }.OfType<SourceSpan>();

    public static string Remedy(EndpointUse use) =>
        use switch
        {
            { Caller: { UsesHostNetwork: true } caller, Callee: { UsesHostNetwork: true } callee } =>
                $"Write `127.0.0.1{Port(use.Port)}` in {use.Span}, or remove `network_mode: host` from {caller.Name} and {callee.Name}.",
            { Caller: { UsesHostNetwork: true } caller, Callee: { } callee } =>
                $"Write `127.0.0.1{Port(Published(callee, use.Port))}` in {use.Span} and publish that port of {callee.Name}, or remove `network_mode: host` from {caller.Name}.",
            _ =>
                $"Write `host.docker.internal{Port(use.Port)}` in {use.Span} with `extra_hosts: [\"host.docker.internal:host-gateway\"]`, or remove `network_mode: host` from {use.Callee?.Name}.",
        };

    private static int? Published(Workload callee, int? port) =>
        callee.Ports.FirstOrDefault(binding => binding.Container == port)?.Published ?? port;

    private static string Port(int? port) => port is null ? "" : $":{port}";
}

using System.Globalization;
using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Engine.Tracing;

/// <summary>Every place where a port number plays a part: who listens on it, who publishes it, who probes it, who calls it.</summary>
public static class PortTrace
{
    public static IEnumerable<TraceLine> Of(Deployment deployment, int port)
    {
        ArgumentNullException.ThrowIfNull(deployment);
        return deployment
            .Workloads.SelectMany(workload => Of(deployment, workload, port))
            .Concat(
                deployment
                    .Endpoints.Where(use => use.Callee is null && use.Port == port)
                    .Select(use => new TraceLine("nobody in this repository", TraceStep.Called, use.Span, Call(use)))
            );
    }

    private static IEnumerable<TraceLine> Of(Deployment deployment, Workload workload, int port)
    {
        var owner = workload.ToString();
        return Given(owner, workload, port)
            .Concat(workload.Listens.Ports.Where(listening => listening.Port == port).SelectMany(listening => Listening(owner, listening)))
            .Concat(
                (workload.Image?.Final.ExposedPorts ?? [])
                    .Where(exposed => exposed.Value == port)
                    .Select(exposed => new TraceLine(owner, TraceStep.Exposed, exposed.Span))
            )
            .Concat(
                workload
                    .Ports.Where(binding => binding.Container == port || binding.Published == port)
                    .Select(binding => Binding(owner, binding))
            )
            .Concat(workload.Probes.Where(probe => probe.Port == port).Select(probe => Probe(owner, probe)))
            .Concat(
                deployment
                    .Endpoints.Where(use => use.Port == port && use.Callee is { } callee && callee.Span == workload.Span)
                    .Select(use => new TraceLine(owner, TraceStep.Called, use.Span, Call(use)))
            );
    }

    private static IEnumerable<TraceLine> Given(string owner, Workload workload, int port)
    {
        var number = port.ToString(CultureInfo.InvariantCulture);
        return workload
            .Supplied.Where(variable => variable.Value.Text == number)
            .Select(variable => new TraceLine(owner, TraceStep.Given, variable.Span, $"{variable.Name}={number}"));
    }

    private static IEnumerable<TraceLine> Listening(string owner, ListeningPort listening) =>
        listening.Chain.Select(
            (span, index) =>
                new TraceLine(
                    owner,
                    TraceStep.Listens,
                    span,
                    index > 0 ? "decides it"
                        : listening.Host is { } host ? $"on {host}:{listening.Port}"
                        : $"on {listening.Port}"
                )
        );

    internal static TraceLine Binding(string owner, PortBinding binding) =>
        new(
            owner,
            binding.IsInformational ? TraceStep.Exposed : TraceStep.Published,
            binding.Span,
            binding.Published is { } published
                ? $"{binding.Origin}: {published} → {binding.Container}"
                : $"{binding.Origin}: {binding.Container}"
        );

    private static TraceLine Probe(string owner, Probe probe) =>
        new(owner, TraceStep.Probed, probe.Span, probe.Path is { } path ? $"{probe.Origin} asks {probe.Method} {path}" : probe.Origin);

    internal static string Call(EndpointUse use)
    {
        var scheme = use.Scheme.Length > 0 ? use.Scheme + "://" : "";
        var port = use.Port is { } number ? ":" + number.ToString(CultureInfo.InvariantCulture) : "";
        return $"{use.Subject}: {scheme}{use.Host}{port}{use.Path}";
    }
}

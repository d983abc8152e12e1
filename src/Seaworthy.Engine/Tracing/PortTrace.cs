using System.Globalization;
using Seaworthy.Model;
using Seaworthy.Model.Source;
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
        return Given(workload, port)
            .Concat(workload.Listens.Ports.Where(listening => listening.Port == port).SelectMany(Listening))
            .Concat(
                (workload.Image?.Final.ExposedPorts ?? [])
                    .Where(exposed => exposed.Value == port)
                    .Select(exposed => (TraceStep.Exposed, exposed.Span, ""))
            )
            .Concat(workload.Ports.Where(binding => binding.Container == port || binding.Published == port).Select(Binding))
            .Concat(workload.Probes.Where(probe => probe.Port == port).Select(Probe))
            .Concat(
                deployment
                    .Endpoints.Where(use => use.Port == port && use.Callee is { } callee && callee.Span == workload.Span)
                    .Select(use => (TraceStep.Called, use.Span, Call(use)))
            )
            .Select(line => new TraceLine(owner, line.Item1, line.Item2, line.Item3));
    }

    private static IEnumerable<(TraceStep Step, SourceSpan Span, string Statement)> Given(Workload workload, int port)
    {
        var number = port.ToString(CultureInfo.InvariantCulture);
        return workload
            .Supplied.Where(variable => variable.Value.Text == number)
            .Select(variable => (TraceStep.Given, variable.Span, $"{variable.Name}={number}"));
    }

    private static IEnumerable<(TraceStep Step, SourceSpan Span, string Statement)> Listening(ListeningPort listening) =>
        listening.Chain.Select(
            (span, index) =>
                (
                    TraceStep.Listens,
                    span,
                    index > 0 ? "decides it"
                    : listening.Host is { } host ? $"on {host}:{listening.Port}"
                    : $"on {listening.Port}"
                )
        );

    internal static (TraceStep Step, SourceSpan Span, string Statement) Binding(PortBinding binding) =>
        (
            binding.IsInformational ? TraceStep.Exposed : TraceStep.Published,
            binding.Span,
            binding.Published is { } published
                ? $"{binding.Origin}: {published} → {binding.Container}"
                : $"{binding.Origin}: {binding.Container}"
        );

    private static (TraceStep Step, SourceSpan Span, string Statement) Probe(Probe probe) =>
        (TraceStep.Probed, probe.Span, probe.Path is { } path ? $"{probe.Origin} asks {probe.Method} {path}" : probe.Origin);

    internal static string Call(EndpointUse use)
    {
        var scheme = use.Scheme.Length > 0 ? use.Scheme + "://" : "";
        var port = use.Port is { } number ? ":" + number.ToString(CultureInfo.InvariantCulture) : "";
        return $"{use.Subject}: {scheme}{use.Host}{port}{use.Path}";
    }
}

using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Engine.Tracing;

/// <summary>A service in every target: what it runs, what it is given, where it listens, whom it calls and who calls it.</summary>
public static class ServiceTrace
{
    public static IEnumerable<TraceLine> Of(Deployment deployment, string name)
    {
        ArgumentNullException.ThrowIfNull(deployment);
        return Named(deployment, name).SelectMany(workload => Of(deployment, workload));
    }

    /// <summary>Every name that the repository knows, for a caller that asked for an unknown one.</summary>
    public static IEnumerable<string> Names(Deployment deployment)
    {
        ArgumentNullException.ThrowIfNull(deployment);
        return deployment.Workloads.Select(workload => workload.Name).Distinct(StringComparer.Ordinal);
    }

    private static IEnumerable<Workload> Named(Deployment deployment, string name)
    {
        var services = deployment.Services.Where(service => service.Name == name).SelectMany(service => service.Workloads);
        return deployment.Workloads.Where(workload => workload.Name == name).Concat(services).DistinctBy(workload => workload.Span);
    }

    private static IEnumerable<TraceLine> Of(Deployment deployment, Workload workload)
    {
        var owner = workload.ToString();
        List<TraceLine> lines = [new(owner, TraceStep.Declared, workload.Span)];
        if (workload.Image is { } image)
        {
            lines.Add(
                new TraceLine(
                    owner,
                    TraceStep.Built,
                    image.Final.Declared.Span,
                    image.Build.Context is { } context ? $"from ./{context}" : ""
                )
            );
        }

        if (workload.Start is { } start)
        {
            lines.Add(new TraceLine(owner, TraceStep.Starts, start.Span, start.Text));
        }

        lines.AddRange(workload.Supplied.Select(variable => new TraceLine(owner, TraceStep.Given, variable.Span, variable.Name)));
        lines.AddRange(workload.Listens.Ports.Select(port => new TraceLine(owner, TraceStep.Listens, port.Chain[0], $"on {port.Port}")));
        lines.AddRange(workload.Ports.Where(port => !port.IsInformational).Select(port => PortTrace.Binding(owner, port)));
        lines.AddRange(
            workload.Mounts.Select(mount => new TraceLine(owner, TraceStep.Mounted, mount.Span, $"{mount.Source} at {mount.Path}"))
        );
        lines.AddRange(
            workload.Probes.Select(probe => new TraceLine(owner, TraceStep.Probed, probe.Span, $"{probe.Origin} {probe.Path}".TrimEnd()))
        );
        lines.AddRange(
            deployment
                .Endpoints.Where(use => use.Caller is { } caller && caller.Span == workload.Span)
                .Select(use => new TraceLine(owner, TraceStep.Calls, use.Span, PortTrace.Call(use)))
        );
        lines.AddRange(
            deployment
                .Endpoints.Where(use => use.Callee is { } callee && callee.Span == workload.Span)
                .Select(use => new TraceLine(owner, TraceStep.Called, use.Span, PortTrace.Call(use)))
        );
        return lines;
    }
}

using System.Globalization;
using Seaworthy.Model.Topology;

namespace Seaworthy.Engine.Reporting;

/// <summary>Targets and what runs in them, for <see cref="ModelJson"/>.</summary>
internal static class WorkloadJson
{
    public static void WriteTarget(ModelWriter json, Target target)
    {
        json.WriteString("name", target.Name);
        json.WriteString("kind", target.Kind.ToString());
        json.WriteString("environment", target.Environment.ToString());
        json.WritePaths("files", target.Files.Select(file => file.Path));
        json.WriteOptional("partialBecause", target.PartialBecause);
        json.WriteObjects("workloads", target.Workloads, WriteWorkload);
    }

    public static void WriteVariable(ModelWriter json, SuppliedVariable variable)
    {
        json.WriteString("name", variable.Name);
        json.WriteValue("value", variable.Name, variable.Value.Text);
        json.WriteOptional("unknownBecause", variable.Value.UnknownBecause);
        json.WriteString("origin", variable.Origin.ToString());
        json.WritePlace("at", variable.Span);
    }

    private static void WriteWorkload(ModelWriter json, Workload workload)
    {
        json.WriteString("name", workload.Name);
        json.WritePlace("at", workload.Span);
        json.WriteOptional("image", workload.Image?.Name);
        json.WriteOptional("reference", workload.Reference?.Value.ToString());
        json.WriteStrings("components", workload.Components.Select(component => component.Name));
        json.WriteOptional("start", workload.Start?.Text);
        json.WriteObjects("listens", workload.Listens.Ports, WriteListening);
        json.WriteOptional("listensIncompleteBecause", workload.Listens.IncompleteBecause);
        json.WriteObjects("ports", workload.Ports, WritePort);
        json.WriteObjects("probes", workload.Probes, WriteProbe);
        json.WriteStrings("hostNames", workload.HostNames);
        json.WriteStrings("networks", workload.Networks.Select(network => network.Value));
        json.WriteStrings("mounts", workload.Mounts.Select(mount => $"{mount.Kind} {mount.Source} → {mount.Path} ({mount.Span})"));
        json.WriteObjects("variables", workload.Supplied, WriteVariable);
        json.WriteOptional("suppliesMoreBecause", workload.SuppliesMoreBecause);
    }

    private static void WriteListening(ModelWriter json, ListeningPort port)
    {
        json.WriteNumber("port", port.Port);
        json.WriteOptional("host", port.Host);
        json.WritePlaces("chain", port.Chain);
    }

    private static void WritePort(ModelWriter json, PortBinding port)
    {
        json.WriteOptional("published", port.Published?.ToString(CultureInfo.InvariantCulture));
        json.WriteNumber("container", port.Container);
        json.WriteString("origin", port.Origin);
        json.WritePlace("at", port.Span);
    }

    private static void WriteProbe(ModelWriter json, Probe probe)
    {
        json.WriteString("origin", probe.Origin);
        json.WriteString("kind", probe.Kind.ToString());
        json.WriteOptional("port", probe.Port);
        json.WriteOptional("path", probe.Path);
        json.WritePlace("at", probe.Span);
    }
}

using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;
using Seaworthy.Rules.Orchestration;

namespace Seaworthy.Rules.Ports;

/// <summary>Services publish ports, and all their networks are internal.</summary>
internal sealed class PublishedOnInternalNetwork : Rule<IReadOnlyList<Workload>>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "ports/published-on-internal-network",
            Title = "Published port on internal network",
            Area = Area.PortsAndHealth,
            Severity = Severity.High,
            Rationale = "Docker silently publishes nothing, so connections to the host port are refused.",
            Holds = "At least one network of the service is not internal.",
        };

    // Services cut off by the same line are one fault. A swarm publishes through a network of its own.
    public override IEnumerable<IReadOnlyList<Workload>> Subjects(Deployment deployment)
    {
        // Once per file: a file may declare hundreds of services.
        var files = deployment
            .Of<ComposeFile>()
            .Where(file => !SwarmFiles.Hold(file, deployment))
            .Select(file => file.File.Path)
            .ToHashSet(StringComparer.Ordinal);
        return deployment
            .Targets.Where(target => target is { Kind: TargetKind.Compose, PartialBecause: null })
            .SelectMany(target => target.Workloads)
            .Where(workload =>
                workload is { UsesHostNetwork: false, Networks.Count: > 0 }
                && workload.Ports.Any(IsPublished)
                && files.Contains(workload.Span.File.Path)
            )
            .DistinctBy(workload => workload.Span)
            .GroupBy(workload => IsCutOff(workload) ? workload.InternalNetworks[0].Span : workload.Span)
            .Select(same => same.ToList());
    }

    protected override Subject Identify(IReadOnlyList<Workload> subject) =>
        new(string.Join(", ", subject.Select(workload => workload.Name)), subject[0].Span);

    protected override IEnumerable<Verdict> Check(IReadOnlyList<Workload> subject, Deployment deployment)
    {
        if (!IsCutOff(subject[0]))
        {
            yield break;
        }

        var ports = subject.SelectMany(workload => workload.Ports).Where(IsPublished).ToList();
        var networks = subject.SelectMany(workload => workload.InternalNetworks).DistinctBy(network => network.Span).ToList();
        yield return Fail(
                ports[0].Span,
                $"{Published(subject)}, but {(subject.Count == 1 ? "its" : "their")} {(networks.Count == 1 ? "only network" : "networks")} {string.Join(" and ", networks.Select(network => $"`{network.Value}`"))} {(networks.Count == 1 ? "is" : "are")} `internal: true`."
            )
            .As(subject.All(IsStore) ? Severity.Medium : Severity.High)
            .Related(ports.Skip(1).Select(port => port.Span))
            .Related(networks.Select(network => network.Span))
            .Remedy(
                subject.All(IsStore)
                    ? $"Remove the ports in {ports[0].Span} if nothing outside needs them; else attach a network that is not internal."
                    : $"Attach a second network that is not internal at {subject[0].Span}, or remove `internal: true` in {networks[0].Span}."
            )
            .Verify(
                $"{TargetCommand.Compose(subject[0], deployment)} up -d {subject[0].Name} && {TargetCommand.Compose(subject[0], deployment)} port {subject[0].Name} {ports[0].Container}"
            );
    }

    private static string Published(IReadOnlyList<Workload> workloads) =>
        string.Join(
            ", ",
            workloads.Select(workload =>
                $"{workload.Name} publishes {string.Join(", ", workload.Ports.Where(IsPublished).Select(port => port.Published ?? port.Container))}"
            )
        );

    private static bool IsCutOff(Workload workload) => workload.InternalNetworks.Count == workload.Networks.Count;

    // Nothing outside needs these.
    private static bool IsStore(Workload workload) =>
        workload.Public?.Role is ImageRole.DataStore or ImageRole.Cache or ImageRole.Broker or ImageRole.Search;

    private static bool IsPublished(PortBinding port) =>
        port is { IsInformational: false, Published: not null } or { IsInformational: false, IsPickedByHost: true };
}

using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Topology;
using Seaworthy.Rules.Orchestration;

namespace Seaworthy.Rules.Ports;

/// <summary>A service publishes ports, and all its networks are cut off from the outside.</summary>
internal sealed class PublishedOnInternalNetwork : Rule<Workload>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "ports/published-on-internal-network",
            Title = "Published port of a service that is on internal networks only",
            Area = Area.PortsAndHealth,
            Severity = Severity.High,
            Rationale = "Docker publishes nothing then, and says nothing: connections to the port of the host are refused.",
            Holds = "A network of the service leads outside.",
        };

    // A cluster publishes through a network of its own.
    public override IEnumerable<Workload> Subjects(Deployment deployment) =>
        deployment
            .Targets.Where(target => target is { Kind: TargetKind.Compose, PartialBecause: null })
            .SelectMany(target => target.Workloads)
            .Where(workload =>
                workload is { UsesHostNetwork: false, Networks.Count: > 0 }
                && workload.Ports.Any(IsPublished)
                && deployment.At<ComposeFile>(workload.Span.File.Path) is { } file
                && !SwarmFiles.Hold(file, deployment)
            )
            .DistinctBy(workload => workload.Span);

    protected override Subject Identify(Workload subject) => new(subject.Name, subject.Span);

    protected override IEnumerable<Verdict> Check(Workload subject, Deployment deployment)
    {
        if (subject.InternalNetworks.Count < subject.Networks.Count)
        {
            yield break;
        }

        var ports = subject.Ports.Where(IsPublished).ToList();
        var networks = string.Join(" and ", subject.InternalNetworks.Select(network => network.Value));
        yield return Fail(
                ports[0].Span,
                $"{subject.Name} publishes {string.Join(", ", ports.Select(port => port.Published ?? port.Container))}, but is only on {networks}, which is internal: nothing reaches it from outside."
            )
            .Related(ports.Skip(1).Select(port => port.Span))
            .Related(subject.InternalNetworks.Select(network => network.Span))
            .Remedy($"Attach {subject.Name} to a second network that is not internal, at {subject.Span}; or take `internal: true` out.")
            .Verify($"docker compose up -d {subject.Name} && docker compose port {subject.Name} {ports[0].Container}");
    }

    private static bool IsPublished(PortBinding port) =>
        port is { IsInformational: false, Published: not null } or { IsInformational: false, IsPickedByHost: true };
}

using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>A container's port is published, but its process listens only on the container's own localhost.</summary>
internal sealed class ListensOnLoopback : Rule<Workload>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "ports/listens-on-loopback",
            Title = "Published process listens on localhost",
            Area = Area.PortsAndHealth,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale = "Each container has its own localhost, so every request from outside is refused or reset.",
            Holds = "The process listens on an address reachable from outside the container.",
        };

    // Containers with a shared network reach each other at localhost.
    public override IEnumerable<Workload> Subjects(Deployment deployment) =>
        deployment.Workloads.Where(workload =>
            workload is { UsesHostNetwork: false, Sidecars.Count: 0, Listens.IsComplete: true } && Bindings(workload).Any()
        );

    protected override Subject Identify(Workload subject) => new(subject.Name, subject.Span);

    protected override IEnumerable<Verdict> Check(Workload subject, Deployment deployment) =>
        from binding in Bindings(subject)
        let listening = subject.Listens.Ports.Where(port => port.Port == binding.Container).ToList()
        where listening.TrueForAll(port => port.IsLoopback)
        group binding by listening[0] into same
        select Tell(subject, same.Key, [.. same]);

    private static IEnumerable<PortBinding> Bindings(Workload workload) =>
        workload.Ports.Where(binding =>
            binding is { IsInformational: false, Protocol: not "udp" } && workload.Listens.Contains(binding.Container)
        );

    private Verdict Tell(Workload workload, ListeningPort listening, IReadOnlyList<PortBinding> bindings)
    {
        var first = bindings[0];
        var message =
            $"{first.Origin} port {first.Container} of {workload.Name}, but its process listens on `{listening.Host}`, reachable only from inside the container.";
        var place = listening.Chain[0];
        return (listening.IsFollowed ? Fail(first.Span, message) : LikelyFail(first.Span, message).As(Severity.High))
            .Related(listening.Chain, "listens here")
            .Related(bindings.Skip(1).Select(binding => binding.Span), "also published here")
            .Remedy($"Listen on `0.0.0.0` in {place}.")
            .Verify(TreeCheck.Gone(place));
    }
}

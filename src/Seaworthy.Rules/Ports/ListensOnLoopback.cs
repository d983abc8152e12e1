using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>A port of a container is led to from outside, and its process listens on the container's own localhost.</summary>
internal sealed class ListensOnLoopback : Rule<Workload>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "ports/listens-on-loopback",
            Title = "Published port of a process that listens on localhost",
            Area = Area.PortsAndHealth,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale =
                "Each container has a localhost of its own: what listens there is reached from inside the container alone, and every request from outside ends with a reset connection.",
            Holds = "The process listens where requests from outside of the container arrive.",
        };

    // Containers that share their network reach each other at localhost.
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
            $"{first.Origin} port {first.Container} of {workload.Name}, but its process listens on {listening.Host}, which only the container itself reaches.";
        var place = listening.Chain[0];
        return (listening.IsFollowed ? Fail(first.Span, message) : LikelyFail(first.Span, message).As(Severity.High))
            .Related(listening.Chain, "it listens here")
            .Related(bindings.Skip(1).Select(binding => binding.Span), "and here")
            .Remedy($"Let it listen on 0.0.0.0 in {place}.")
            .Verify(TreeCheck.Gone(place));
    }
}

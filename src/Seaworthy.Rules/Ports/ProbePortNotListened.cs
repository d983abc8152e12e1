using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>A health check asks on a port on which the process does not listen.</summary>
internal sealed class ProbePortNotListened : Rule<ProbedWorkload>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "ports/probe-port-not-listened",
            Title = "Health check on a port on which nothing listens",
            Area = Area.PortsAndHealth,
            Severity = Severity.Critical,
            Rationale = "The check is refused: a healthy process is restarted for ever, and whoever waits for it never starts.",
            Holds = "The process listens on the port that is probed.",
        };

    public override IEnumerable<ProbedWorkload> Subjects(Deployment deployment) =>
        ProbedWorkload
            .Of(deployment)
            .Where(probed => probed is { Probe: { Kind: not ProbeKind.Command, Port: not null }, Workload.Listens.Ports.Count: > 0 });

    protected override Subject Identify(ProbedWorkload subject) => subject.Identity;

    protected override IEnumerable<Verdict> Check(ProbedWorkload subject, Deployment deployment)
    {
        var listens = subject.Workload.Listens;
        if (subject.Probe.Port is not { } port || listens.Contains(port))
        {
            yield break;
        }

        var ports = string.Join(" and ", listens.Ports.Select(listening => listening.Port));
        var asks = $"{subject.Probe.Origin} of {subject.Workload.Name} asks on port {port}";
        yield return listens.IsComplete && subject.Workload is not { Public: not null, Mounts.Count: > 0 }
            ? Fail(subject.Probe.Span, $"{asks}, but the process listens on {ports}.")
                .Related(listens.Ports[0].Chain, "it listens here")
                .Remedy($"Probe port {listens.Ports[0].Port} in {subject.Probe.Span}.")
                .Verify($"nc -z localhost {port}   # inside {subject.Workload.Name}")
            : Unknown(subject.Probe.Span, $"{asks}; the process was seen to listen on {ports}, and may listen elsewhere.");
    }
}

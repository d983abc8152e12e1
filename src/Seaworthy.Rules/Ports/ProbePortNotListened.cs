using System.Globalization;
using Seaworthy.Model;
using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>A health check asks on a port on which the process does not listen.</summary>
internal sealed class ProbePortNotListened : Rule<IReadOnlyList<ProbedWorkload>>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "ports/probe-port-not-listened",
            Title = "Health check on a port on which nothing listens",
            Area = Area.PortsAndHealth,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale =
                "The check is refused however well the process is: it counts as unhealthy for ever, and what waits for it never starts.",
            Holds = "The process listens on the port that is probed.",
        };

    // Readiness, liveness and startup probes ask the same port: told once.
    public override IEnumerable<IReadOnlyList<ProbedWorkload>> Subjects(Deployment deployment) =>
        ProbedWorkload
            .Of(deployment)
            .Where(probed => probed is { Probe: { Kind: not ProbeKind.Command, Port: not null }, Workload.Listens.Ports.Count: > 0 })
            .GroupBy(probed => new { probed.Workload.Span, probed.Probe.Port })
            .Select(same => same.ToList());

    protected override Subject Identify(IReadOnlyList<ProbedWorkload> subject) => subject[0].Identity;

    protected override IEnumerable<Verdict> Check(IReadOnlyList<ProbedWorkload> subject, Deployment deployment)
    {
        var (workload, probe) = subject[0];
        var listens = workload.Listens;
        if (probe.Port is not { } port || listens.Contains(port) || SharedPorts.Answering(workload, port, deployment) is not null)
        {
            yield break;
        }

        var ports = string.Join(" and ", listens.Ports.Select(listening => listening.Port));
        var origins = subject.Select(probed => probed.Probe.Origin).Distinct(StringComparer.Ordinal).ToList();
        var asks = $"{string.Join(" and ", origins)} of {workload.Name} {(origins.Count == 1 ? "asks" : "ask")} on port {port}";
        if (SharedPorts.Unknown(workload, deployment) is { } beside)
        {
            yield return Unknown(
                    probe.Span,
                    $"{asks}; the process listens on {ports}, and whether {beside.Name}, which shares its network, listens there cannot be told."
                )
                .Related(beside.Span);
            yield break;
        }

        var against = PortWitnesses.Against(workload, port, deployment);
        var verdict =
            listens.IsComplete && workload is not { Public: not null, Mounts.Count: > 0 } && !StartsSeveral(workload)
                ? (
                    against is null
                        ? Fail(probe.Span, $"{asks}, but the process listens on {ports}.")
                        : Warn(probe.Span, $"{asks}, but by its source the process listens on {ports}; {against}.").As(Severity.High)
                )
                    .Related(subject.Skip(1).Select(probed => probed.Probe.Span))
                    .Related(listens.Ports[0].Chain, "it listens here")
                    .Remedy(Mend(subject, listens.Ports[0].Port))
                    .Verify(TargetCommand.Healthy(workload, deployment))
            : Agreed(workload, port)
                ? Warn(
                        probe.Span,
                        $"{asks}; the process was seen to listen on {ports}, where it is published as well, and its source does not name {port}."
                    )
                    .As(Severity.High)
                    .Related(listens.Ports[0].Chain, "it listens here")
                    .Remedy(Mend(subject, listens.Ports[0].Port))
                    .Verify(TargetCommand.Healthy(workload, deployment))
            : Unknown(probe.Span, $"{asks}; the process was seen to listen on {ports}, and may listen elsewhere.");
        yield return subject[0].Counted(verdict, isAnswered: false, deployment);
    }

    private static string Mend(IReadOnlyList<ProbedWorkload> subject, int port)
    {
        var (workload, probe) = subject[0];
        var unserved = Unserved(subject);
        var ask =
            unserved.Count == 0
                ? $"Probe port {port} in {probe.Span}"
                : $"Probe `/` on port {port} in {probe.Span}: {workload.Public?.Name} as it comes does not serve {string.Join(" and ", unserved)}";
        // Whoever is let in comes to the wrong port as well.
        return workload.Ports.FirstOrDefault(published => !published.IsInformational && published.Container == probe.Port) is { } binding
            ? $"{ask}; forward to {port} in {binding.Span} too."
            : $"{ask}.";
    }

    /// <summary>What is asked of a web server that serves its first page and nothing else: on the right port, too, the answer is 404.</summary>
    private static List<string> Unserved(IReadOnlyList<ProbedWorkload> subject) =>
        subject[0].Workload is { RunsKnownServer: true, Mounts.Count: 0, Public: { Role: ImageRole.WebServer, Paths.Count: > 0 } known }
            ?
            [
                .. subject
                    .Select(probed => probed.Probe.Path)
                    .OfType<string>()
                    .Where(path => path is not "/index.html" && !known.Paths.Any(served => served.Path == path))
                    .Distinct(StringComparer.Ordinal),
            ]
            : [];

    /// <summary><c>npm run dev:web &amp; npm run dev:client</c>: each may listen.</summary>
    private static bool StartsSeveral(Workload workload) =>
        workload.Start?.Text is { } text && text.Replace("&&", "", StringComparison.Ordinal).Contains(" & ", StringComparison.Ordinal);

    /// <summary>What is published is what the source opens, and the number that is asked for stands nowhere in the source.</summary>
    private static bool Agreed(Workload workload, int port) =>
        workload.Listens.Ports.Count > 0
        && workload.Ports.Count > 0
        && workload.Ports.All(published => !published.IsInformational && workload.Listens.Contains(published.Container))
        && !workload.Supplied.Any(variable => variable.Value.Text == port.ToString(CultureInfo.InvariantCulture))
        && !workload
            .Components.SelectMany(component => component.Code)
            .Any(file => file.File.Mentions(port.ToString(CultureInfo.InvariantCulture)));
}

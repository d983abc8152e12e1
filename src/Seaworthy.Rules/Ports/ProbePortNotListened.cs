using System.Globalization;
using Seaworthy.Model;
using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>A health check probes a port on which the process does not listen.</summary>
internal sealed class ProbePortNotListened : Rule<IReadOnlyList<ProbedWorkload>>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "ports/probe-port-not-listened",
            Title = "Health check port mismatch",
            Area = Area.PortsAndHealth,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale = "The check is always refused: the container stays unhealthy, and services that wait for it never start.",
            Holds = "The process listens on the probed port.",
        };

    // Readiness, liveness and startup probes often probe the same port: one verdict.
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

        var ports = string.Join(", ", listens.Ports.Select(listening => listening.Port));
        var origins = subject.Select(probed => probed.Probe.Origin).Distinct(StringComparer.Ordinal).ToList();
        var asks = $"The {string.Join(" and ", origins)} of {workload.Name} {(origins.Count == 1 ? "probes" : "probe")} port {port}";
        if (SharedPorts.Unknown(workload, deployment) is { } beside)
        {
            yield return Unknown(
                    probe.Span,
                    $"{asks}, but the process listens on {ports}; unknown whether {beside.Name}, on the same network, listens there."
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
                        : Warn(probe.Span, $"{asks}, but its source listens on {ports}. {against}.").As(Severity.High)
                )
                    .Related(subject.Skip(1).Select(probed => probed.Probe.Span))
                    .Related(listens.Ports[0].Chain, "listens here")
                    .Remedy(Fixed(subject, listens.Ports[0].Port))
                    .Verify(TargetCommand.Healthy(workload, deployment))
            : Agreed(workload, port)
                ? Warn(probe.Span, $"{asks}, but the process listens on {ports}, the published port, and its source does not name {port}.")
                    .As(Severity.High)
                    .Related(listens.Ports[0].Chain, "listens here")
                    .Remedy(Fixed(subject, listens.Ports[0].Port))
                    .Verify(TargetCommand.Healthy(workload, deployment))
            : Unknown(probe.Span, $"{asks}; unknown whether the process listens there besides {ports}.");
        yield return subject[0].Counted(verdict, isAnswered: false, deployment);
    }

    private static string Fixed(IReadOnlyList<ProbedWorkload> subject, int port)
    {
        var (workload, probe) = subject[0];
        var unserved = Unserved(subject);
        var ask =
            unserved.Count == 0
                ? $"Probe port {port} in {probe.Span}"
                : $"Probe `/` on port {port} in {probe.Span}: stock {workload.Public?.Name} does not serve {string.Join(" and ", unserved)}";
        // The published port is the wrong one, too.
        return workload.Ports.FirstOrDefault(published => !published.IsInformational && published.Container == probe.Port) is { } binding
            ? $"{ask}. Forward to {port} in {binding.Span} too."
            : $"{ask}.";
    }

    /// <summary>Paths that a stock web server does not serve: on the right port, too, the answer is 404.</summary>
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

    /// <summary>The published port is the one the source opens, and the source does not name the probed one.</summary>
    private static bool Agreed(Workload workload, int port) =>
        workload.Listens.Ports.Count > 0
        && workload.Ports.Count > 0
        && workload.Ports.All(published => !published.IsInformational && workload.Listens.Contains(published.Container))
        && !workload.Supplied.Any(variable => variable.Value.Text == port.ToString(CultureInfo.InvariantCulture))
        && !workload
            .Components.SelectMany(component => component.Code)
            .Any(file => file.File.Mentions(port.ToString(CultureInfo.InvariantCulture)));
}

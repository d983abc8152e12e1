using Seaworthy.Model;
using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>A port is led to a workload that listens on another.</summary>
internal sealed class PublishedPortNotListened : Rule<Workload>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "ports/published-port-not-listened",
            Title = "Published port on which nothing listens",
            Area = Area.PortsAndHealth,
            Severity = Severity.Critical,
            Rationale = "Every request to the port is refused, however healthy the process is.",
            Holds = "The process listens on every port that is led to it.",
        };

    // A process whose ports could not be read is no subject: we do not guess.
    public override IEnumerable<Workload> Subjects(Deployment deployment) =>
        deployment.Workloads.Where(workload => workload.Listens.Ports.Count > 0 && Bindings(workload).Any());

    protected override Subject Identify(Workload subject) => new(subject.Name, subject.Span);

    protected override IEnumerable<Verdict> Check(Workload subject, Deployment deployment)
    {
        var listens = subject.Listens;
        foreach (var binding in Bindings(subject).Where(binding => !listens.Contains(binding.Container)))
        {
            var isPublic = IsServerImage(subject) && subject.Public?.OnlyOthersListenOn(binding.Container) is not true;
            var listening = listens.Ports[0];
            var ports = string.Join(" and ", listens.Ports.Select(port => port.Port));
            var isCertain = listens.IsComplete && subject is not { Public: not null, Kind: TargetKind.Kubernetes };
            var message = $"{binding.Origin} port {binding.Container} of {subject.Name}, but its process listens on {ports}";
            yield return !isCertain || (isPublic && Bindings(subject).Any(other => listens.Contains(other.Container)))
                ? Unknown(
                        binding.Span,
                        $"{binding.Origin} port {binding.Container} of {subject.Name}; it was seen to listen on {ports}, and may listen elsewhere: {listens.IncompleteBecause ?? "the image may have ports of which little is known"}."
                    )
                    .Related(listening.Chain, "it listens here")
                : Mend(
                    isPublic ? Warn(binding.Span, $"{message} by default.").As(Severity.Medium) : Fail(binding.Span, $"{message}."),
                    binding,
                    listening
                );
        }
    }

    private static Verdict Mend(Verdict verdict, PortBinding binding, ListeningPort listening) =>
        verdict
            .Related(listening.Chain, "it listens here")
            .Related(binding.Chain)
            .Remedy($"Lead it to {listening.Port} in {binding.Span}, or let the process listen on {binding.Container}.")
            .Verify(Command(binding));

    /// <summary>A server that others made, as it is or built upon: which ports it opens besides the usual ones is never wholly known.</summary>
    private static bool IsServerImage(Workload workload) =>
        (workload.Public ?? workload.Image?.Final.PublicBase) is { Role: not (ImageRole.Runtime or ImageRole.System) };

    // A data store that is moved by its own configuration file is not for us to judge; UDP is not read from source.
    private static IEnumerable<PortBinding> Bindings(Workload workload) =>
        workload.Ports.Where(binding =>
            binding is { IsInformational: false, Protocol: not "udp", Container: not (9229 or 9230 or 5678 or 5858 or 40000) }
            && (workload.Public is null || workload.Mounts.Count == 0)
        );

    private static string Command(PortBinding binding) =>
        binding.Published is { } published ? $"curl -fsS http://localhost:{published}/" : $"nc -z localhost {binding.Container}";
}

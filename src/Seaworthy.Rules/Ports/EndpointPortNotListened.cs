using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>A workload is told to call another on a port on which that one does not listen.</summary>
internal sealed class EndpointPortNotListened : Rule<EndpointUse>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "ports/endpoint-port-not-listened",
            Title = "Address with a port on which nobody listens",
            Area = Area.PortsAndHealth,
            Severity = Severity.High,
            Rationale = "The host resolves and refuses the connection: the caller's feature does not work.",
            Holds = "The workload that is called listens on that port.",
        };

    public override IEnumerable<EndpointUse> Subjects(Deployment deployment) =>
        deployment.Endpoints.Where(use =>
            use is { Answer: HostAnswer.Workload, Callee: { Listens.Ports.Count: > 0 } callee, Port: not null }
            && callee.Kind == TargetKind.Compose
        );

    protected override Subject Identify(EndpointUse subject) => new(subject.Subject, subject.Span);

    protected override IEnumerable<Verdict> Check(EndpointUse subject, Deployment deployment)
    {
        if (subject is not { Callee: { } callee, Port: { } port } || callee.Listens.Contains(port))
        {
            yield break;
        }

        var listens = callee.Listens;
        var ports = string.Join(" and ", listens.Ports.Select(listening => listening.Port));
        if (!listens.IsComplete || callee is { Public: not null, Mounts.Count: > 0 })
        {
            yield return Unknown(
                subject.Span,
                $"{EndpointWords.Names(subject)}; {callee.Name} was seen to listen on {ports}, and may listen elsewhere."
            );
            yield break;
        }

        var published = callee.Ports.FirstOrDefault(binding => binding.Published == port);
        var isSide =
            callee.Ports.Any(binding => binding.Container == port) && callee.Ports.Any(binding => listens.Contains(binding.Container));
        var hint = published is null || isSide ? "" : $"; {port} is the port on the host";
        var message = $"{EndpointWords.Names(subject)}, but {callee.Name} listens on {ports}{hint}.";
        // A second port that the target itself declares beside the right one may be opened where nobody looked.
        // Which ports a public image opens besides the usual ones is never wholly known; the port of the host is a slip all the same.
        yield return (
            !isSide && (callee.Public is null || published is not null)
                ? Fail(subject.Span, message)
                : Warn(subject.Span, message).As(Severity.Medium)
        )
            .Related(listens.Ports[0].Chain, "it listens here")
            .Related(published?.Span)
            .Related(subject.Chain)
            .Remedy($"Write `{subject.Host}:{listens.Ports[0].Port}` in {subject.Span}.")
            .Verify($"docker compose exec {subject.Subject} nc -z {subject.Host} {listens.Ports[0].Port}");
    }
}

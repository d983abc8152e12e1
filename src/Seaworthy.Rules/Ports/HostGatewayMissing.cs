using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>A container calls <c>host.docker.internal</c>, a name that Docker Desktop gives to every container and Docker Engine on Linux to none.</summary>
internal sealed class HostGatewayMissing : Rule<IReadOnlyList<EndpointUse>>
{
    private const string Gateway = "host.docker.internal";

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "ports/host-gateway-missing",
            Title = "Missing host.docker.internal mapping",
            Area = Area.PortsAndHealth,
            Severity = Severity.Medium,
            Certainty = Certainty.Likely,
            Rationale = "The name resolves with Docker Desktop. On a Linux server it does not, and the call fails.",
            Holds = "extra_hosts maps the name.",
        };

    public override IEnumerable<IReadOnlyList<EndpointUse>> Subjects(Deployment deployment) =>
        deployment
            .Endpoints.Where(use =>
                use is { Host: Gateway, IsRead: true, Caller: { Kind: TargetKind.Compose, UsesHostNetwork: false, IsFragment: false } }
                && (use.Variable is null || !OutsideNames.Has(use.Variable))
            )
            .GroupBy(use => new { Target = use.Caller?.TargetName, Caller = use.Caller?.Name })
            .Select(same => same.ToList());

    protected override Subject Identify(IReadOnlyList<EndpointUse> subject) =>
        new(subject[0].Caller?.Name ?? subject[0].Subject, subject[0].Span);

    protected override IEnumerable<Verdict> Check(IReadOnlyList<EndpointUse> subject, Deployment deployment)
    {
        var use = subject[0];
        if (use.Caller is not { } caller || caller.ExtraHosts.Any(host => host.Value == Gateway))
        {
            yield break;
        }

        var beside = Beside(use, caller, deployment);
        var instead = beside is null ? "" : $"; {beside.Name} publishes {use.Port} in {caller.TargetName}";
        yield return Warn(use.Span, $"{EndpointWords.Names(use)}, which does not resolve on a Linux server without extra_hosts{instead}.")
            .As(caller.Environment == TargetEnvironment.Development ? Severity.Low : Severity.Medium)
            .Related(subject.Skip(1).Select(other => other.Span))
            .Related(use.Chain)
            .Related(beside?.Span)
            .Remedy(
                beside is null
                    ? $"Add `extra_hosts: [\"{Gateway}:host-gateway\"]` to {caller.Name} at {caller.Span}."
                    : $"Name the workload in {use.Span}: `{beside.HostNames[0]}:{beside.Ports.First(binding => binding.Published == use.Port).Container}`."
            )
            .VerifyGoneOr($"{TargetCommand.Compose(caller, deployment)} run --rm {caller.Name} getent hosts {Gateway}   # on Linux");
    }

    private static Workload? Beside(EndpointUse use, Workload caller, Deployment deployment) =>
        deployment.Workloads.FirstOrDefault(other =>
            other.TargetName == caller.TargetName
            && other.Name != caller.Name
            && other.HostNames.Count > 0
            && use.Port is { } port
            && other.Ports.Any(binding => binding.Published == port)
        );
}

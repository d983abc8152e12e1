using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>A workload is told to call a host name that nothing in its target answers to.</summary>
internal sealed class HostUnresolved : Rule<EndpointUse>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "ports/host-unresolved",
            Title = "Address of a host that does not exist",
            Area = Area.PortsAndHealth,
            Severity = Severity.Critical,
            Rationale = "The name does not resolve, so every call fails, usually at the first request rather than at start.",
            Holds = "A workload of the target answers to the host name.",
        };

    public override IEnumerable<EndpointUse> Subjects(Deployment deployment) =>
        deployment.Endpoints.Where(use => use.Answer is HostAnswer.Workload or HostAnswer.Nobody or HostAnswer.Undecided);

    protected override Subject Identify(EndpointUse subject) => new(subject.Subject, subject.Span);

    protected override IEnumerable<Verdict> Check(EndpointUse subject, Deployment deployment)
    {
        if (subject.Answer == HostAnswer.Undecided)
        {
            yield return Unknown(
                subject.Span,
                $"{EndpointWords.Names(subject)}; whether that name resolves cannot be told: {subject.UndecidedBecause}."
            );
        }
        else if (subject.Answer == HostAnswer.Nobody)
        {
            var target = subject.Caller?.TargetName ?? "the target";
            yield return Fail(
                    subject.Span,
                    $"{EndpointWords.Names(subject)}, but nothing in {target} answers to {subject.Host}{EndpointWords.Nearest(subject)}."
                )
                .Related(subject.Chain)
                .Remedy($"Write the name of a workload of {target} in {subject.Span}: {string.Join(", ", subject.Candidates.Take(8))}.")
                .Verify($"getent hosts {subject.Host}   # inside {subject.Subject}");
        }
    }
}

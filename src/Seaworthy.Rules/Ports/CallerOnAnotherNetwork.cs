using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>Two workloads must talk and share no network.</summary>
internal sealed class CallerOnAnotherNetwork : Rule<EndpointUse>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "ports/caller-on-another-network",
            Title = "Address of a workload on another network",
            Area = Area.PortsAndHealth,
            Severity = Severity.Critical,
            Rationale = "Names resolve inside a network only: every call fails.",
            Holds = "Caller and callee share a network.",
        };

    public override IEnumerable<EndpointUse> Subjects(Deployment deployment) =>
        deployment.Endpoints.Where(use =>
            use
                is {
                    Answer: HostAnswer.Workload or HostAnswer.OtherNetwork,
                    Caller.Networks.Count: > 0,
                    Origin: not (EndpointOrigin.Scrape or EndpointOrigin.Monitoring or EndpointOrigin.Alert)
                }
        );

    protected override Subject Identify(EndpointUse subject) => new(subject.Subject, subject.Span);

    protected override IEnumerable<Verdict> Check(EndpointUse subject, Deployment deployment)
    {
        if (subject is { Answer: HostAnswer.OtherNetwork, Caller: { } caller, Callee: { } callee })
        {
            // An env file that many are given holds addresses that this one never calls.
            yield return (EndpointWords.IsOfSharedFile(subject) ? Warn : (Func<SourceSpan, string, Verdict>)Fail)(
                subject.Span,
                $"{EndpointWords.Names(subject)}, but {caller.Name} is on {Networks(caller)} and {callee.Name} on {Networks(callee)}."
            )
                .Related(caller.Networks[0].Span)
                .Related(callee.Networks[0].Span)
                .Remedy($"Attach both to one network, for example {caller.Name} to {callee.Networks[0].Value}.")
                .Verify($"docker compose exec {caller.Name} getent hosts {subject.Host}");
        }
    }

    private static string Networks(Workload workload) => string.Join(" and ", workload.Networks.Select(network => network.Value));
}

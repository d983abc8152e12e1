using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>One workload calls another, and they share no network.</summary>
internal sealed class CallerOnAnotherNetwork : Rule<IReadOnlyList<EndpointUse>>
{
    private const int MostPlaces = 10;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "ports/caller-on-another-network",
            Title = "No shared network",
            Area = Area.PortsAndHealth,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale = "Names resolve only inside a network, so every call fails.",
            Holds = "Caller and callee share a network.",
        };

    // However many lines name the other, the two have one fault.
    public override IEnumerable<IReadOnlyList<EndpointUse>> Subjects(Deployment deployment) =>
        deployment
            .Endpoints.Where(use =>
                use
                    is {
                        Answer: HostAnswer.Workload or HostAnswer.OtherNetwork,
                        Caller.Networks.Count: > 0,
                        Origin: not (EndpointOrigin.Scrape or EndpointOrigin.Monitoring or EndpointOrigin.Alert)
                    }
            )
            .GroupBy(
                use => new
                {
                    use.Caller,
                    use.Callee,
                    use.Answer,
                },
                use => use
            )
            .Select(same => same.OrderBy(use => EndpointWords.IsOfSharedFile(use) || !use.IsRead ? 1 : 0).ToList());

    protected override Subject Identify(IReadOnlyList<EndpointUse> subject) => new(subject[0].Subject, subject[0].Span);

    protected override IEnumerable<Verdict> Check(IReadOnlyList<EndpointUse> subject, Deployment deployment)
    {
        var use = subject[0];
        if (use is { Answer: HostAnswer.OtherNetwork, Caller: { } caller, Callee: { } callee })
        {
            if (new[] { caller, callee }.FirstOrDefault(workload => workload.IsFragment) is { } part)
            {
                yield return Unknown(
                    use.Span,
                    $"{EndpointWords.Names(use)}; unknown whether they share a network: another file completes {part.Name} of {part.TargetName}."
                );
                yield break;
            }

            // A shared environment file has addresses that this workload never calls; nor does it call an address its source does not read.
            yield return (EndpointWords.IsOfSharedFile(use) || !use.IsRead ? Warn : (Func<SourceSpan, string, Verdict>)Fail)(
                use.Span,
                $"{EndpointWords.Names(use)}, but {caller.Name} is only on {Networks(caller)} and {callee.Name} on {Networks(callee)}."
            )
                .Related(caller.Networks[0].Span)
                .Related(callee.Networks[0].Span)
                .Related(subject.Skip(1).Take(MostPlaces).Select(other => other.Span))
                .Remedy($"Attach both to one network, for example {caller.Name} to `{callee.Networks[0].Value}`.")
                .Verify($"{TargetCommand.Exec(caller, deployment)} getent hosts {use.Host}");
        }
    }

    private static string Networks(Workload workload) => string.Join(" and ", workload.Networks.Select(network => $"`{network.Value}`"));
}

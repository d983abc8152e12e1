using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>A workload calls another on a port on which that one does not listen. One file of a monitoring tool is one verdict.</summary>
internal sealed class EndpointPortNotListened : Rule<IReadOnlyList<EndpointUse>>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "ports/endpoint-port-not-listened",
            Title = "Wrong port in address",
            Area = Area.PortsAndHealth,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "The host resolves but refuses the connection, so the feature behind the call does not work.",
            Holds = "The called workload listens on the port.",
        };

    public override IEnumerable<IReadOnlyList<EndpointUse>> Subjects(Deployment deployment) =>
        deployment
            .Endpoints.Where(use =>
                use is { Answer: HostAnswer.Workload, Callee: { Listens.Ports.Count: > 0 } callee, Port: not null }
                && callee.Kind == TargetKind.Compose
            )
            .GroupBy(use =>
                IsMonitoring(use)
                    ? new
                    {
                        Place = (object?)use.Caller?.TargetName,
                        Who = use.Caller?.Name,
                        use.Span.File.Path,
                    }
                    : new
                    {
                        Place = (object?)use.Span,
                        Who = (string?)use.Subject,
                        Path = use.Host,
                    }
            )
            .Select(same => same.ToList());

    protected override Subject Identify(IReadOnlyList<EndpointUse> subject) =>
        new(
            IsMonitoring(subject[0]) ? subject[0].Caller?.Name ?? subject[0].Subject : subject[0].Subject,
            subject[0].Span,
            subject[0].Name
        );

    protected override IEnumerable<Verdict> Check(IReadOnlyList<EndpointUse> subject, Deployment deployment) =>
        from use in subject
        where
            use.Callee is { } callee
            && !callee.Listens.Contains(use.Port ?? 0)
            && SharedPorts.Answering(callee, use.Port ?? 0, deployment) is null
        group use by Weigh(use, deployment) into alike
        select Tell(alike.Key, [.. alike], deployment);

    private static bool IsMonitoring(EndpointUse use) =>
        use.Origin is EndpointOrigin.Scrape or EndpointOrigin.Monitoring or EndpointOrigin.Alert;

    private static Outcome Weigh(EndpointUse use, Deployment deployment)
    {
        if (
            use.Callee is not { Listens.IsComplete: true } callee
            || callee is { Public: not null, Mounts.Count: > 0, Listens.IsTold: false }
            || SharedPorts.Unknown(callee, deployment) is not null
        )
        {
            return Outcome.Unknown;
        }

        // A second port that the target declares may be opened by code that was not read.
        var isSide =
            callee.Ports.Any(binding => binding.Container == use.Port)
            && callee.Ports.Any(binding => callee.Listens.Contains(binding.Container));
        // A public image may open further ports; the host's port is an error in any case.
        return
            !isSide
            && use.IsRead
            && (callee.Public is null || callee.Listens.IsTold || OnHost(use) is not null)
            && PortWitnesses.Against(callee, use.Port ?? 0, deployment) is null
            ? Outcome.Fail
            : Outcome.Warn;
    }

    private static PortBinding? OnHost(EndpointUse use) => use.Callee?.Ports.FirstOrDefault(binding => binding.Published == use.Port);

    private static string Ports(EndpointUse use) => string.Join(", ", use.Callee?.Listens.Ports.Select(listening => listening.Port) ?? []);

    private Verdict Tell(Outcome outcome, IReadOnlyList<EndpointUse> uses, Deployment deployment)
    {
        var use = uses[0];
        var verdict = outcome switch
        {
            Outcome.Unknown => Unknown(
                use.Span,
                $"{EndpointWords.Names(use)}; unknown whether {use.Callee?.Name} listens there besides {Ports(use)}."
            ),
            Outcome.Fail => Fail(use.Span, Message(uses, outcome)),
            _ => Warn(use.Span, Message(uses, outcome)),
        };
        var right = use.Callee?.Listens.Ports[0];
        return verdict
            .As(outcome == Outcome.Fail && !IsMonitoring(use) ? Info.Severity : Severity.Medium)
            .Related(right?.Chain ?? [], "listens here")
            .Related(OnHost(use)?.Span)
            .Related(uses.Skip(1).Select(other => other.Span))
            .Related(use.Chain)
            .Remedy($"Write `{use.Host}:{right?.Port}` in {use.Span}.")
            .VerifyGone();
    }

    private static string Message(IReadOnlyList<EndpointUse> uses, Outcome outcome)
    {
        var use = uses[0];
        if (uses.Count == 1)
        {
            var hint = outcome == Outcome.Fail && OnHost(use) is not null ? $". {use.Port} is the port on the host" : "";
            return $"{EndpointWords.Names(use)}, but {use.Callee?.Name} listens on {Ports(use)}{hint}.";
        }

        var all = uses.Select(other => $"`{EndpointWords.HostAndPort(other)}` (listens on {Ports(other)})")
            .Distinct(StringComparer.Ordinal);
        var hosts = uses.All(other => OnHost(other) is not null) ? ". These are the ports on the host" : "";
        return $"{use.Caller?.Name} uses wrong ports: {string.Join(", ", all)}{hosts}.";
    }
}

using Seaworthy.Model;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>A port is led to a workload that listens on another. What several targets say of one workload is one verdict.</summary>
internal sealed class PublishedPortNotListened : Rule<IReadOnlyList<Workload>>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "ports/published-port-not-listened",
            Title = "Published port on which nothing listens",
            Area = Area.PortsAndHealth,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale = "Every request to the port is refused, however healthy the process is.",
            Holds = "The process listens on every port that is led to it.",
        };

    // A process whose ports could not be read is no subject: we do not guess.
    public override IEnumerable<IReadOnlyList<Workload>> Subjects(Deployment deployment) =>
        deployment
            .Workloads.Where(workload => workload.Listens.Ports.Count > 0 && Bindings(workload).Any())
            .GroupBy(workload => new
            {
                workload.Kind,
                workload.Name,
                Ports = Ports(workload.Listens),
                workload.Listens.IsComplete,
                Where = Where(workload.Listens),
            })
            .Select(group => group.ToList());

    protected override Subject Identify(IReadOnlyList<Workload> subject) => new(subject[0].Name, subject[0].Span);

    protected override IEnumerable<Verdict> Check(IReadOnlyList<Workload> subject, Deployment deployment) =>
        from workload in subject
        from binding in Bindings(workload)
        where !workload.Listens.Contains(binding.Container)
        where SharedPorts.Answering(workload, binding.Container, deployment) is null
        group (workload, binding) by Weigh(workload, binding, deployment) into alike
        select Tell(alike.Key.Outcome, alike.Key.Severity, alike.First().workload, [.. alike.Select(pair => pair.binding)], deployment)
            // One target may start it with a command of its own, the next with that of the image.
            .Related(alike.SelectMany(pair => pair.workload.Listens.Ports[0].Chain.Take(1)).Distinct(), "it listens here");

    /// <summary>Where another port is right, what is missing is a side entrance: for metrics, for a person who looks in.</summary>
    private static (Outcome Outcome, Severity Severity) Weigh(Workload workload, PortBinding binding, Deployment deployment)
    {
        var isOtherTag = workload.Public?.OnlyOthersListenOn(binding.Container) is true;
        var isPublic = IsServerImage(workload) && !isOtherTag;
        var isReached = IsReached(workload);
        return !workload.Listens.IsComplete
            || SharedPorts.Unknown(workload, deployment) is not null
            || NamedInCommand(workload, binding.Container)
            || workload is { Public: not null, Kind: TargetKind.Kubernetes, Listens.IsTold: false }
            || (isPublic && isReached)
                ? (Outcome.Unknown, Severity.Medium)
            : isPublic && workload.Public?.PortSettings is not null ? (Outcome.Fail, Severity.High)
            // Nothing of its own tells the server another port.
            : isPublic && !isReached && workload.Public is not null && workload.Mounts.All(mount => mount.Kind != MountKind.Bind)
                ? (Outcome.Fail, Severity.High)
            : isPublic || (isReached && !isOtherTag && !workload.Listens.IsTold) ? (Outcome.Warn, Severity.Medium)
            : PortWitnesses.Against(workload, binding.Container, deployment) is not null ? (Outcome.Warn, Severity.High)
            : (Outcome.Fail, isReached ? Severity.Medium : Severity.Critical);
    }

    private static bool IsReached(Workload workload) => Bindings(workload).Any(other => workload.Listens.Contains(other.Container));

    /// <summary>A helper of the command may listen there: <c>dlv --listen=:4000</c>.</summary>
    private static bool NamedInCommand(Workload workload, int port) =>
        workload.Start is { } start && start.Text.Split(':', '=', ' ', '"', '\'', ',', ']').Contains($"{port}");

    private Verdict Tell(Outcome outcome, Severity severity, Workload workload, IReadOnlyList<PortBinding> bindings, Deployment deployment)
    {
        var first = bindings[0];
        var numbers = bindings.Select(binding => binding.Container).Distinct().ToList();
        var led = $"{first.Origin} port{(numbers.Count > 1 ? "s" : "")} {string.Join(" and ", numbers)} of {workload.Name}";
        var listens = workload.Listens;
        var listening = listens.Ports[0];
        var verdict = outcome switch
        {
            Outcome.Unknown => Unknown(
                first.Span,
                $"{led}; it was seen to listen on {Ports(listens)}, and may listen elsewhere: {listens.IncompleteBecause ?? (SharedPorts.Unknown(workload, deployment) is { } beside ? $"{beside.Name} shares its network" : IsServerImage(workload) ? "the image may have ports of which little is known" : "its command names the port")}."
            ),
            Outcome.Warn when IsServerImage(workload) => Warn(
                first.Span,
                $"{led}, but its process listens on {Ports(listens)} by default."
            ),
            Outcome.Warn => Warn(first.Span, $"{led}; all that was seen of its process listens on {Ports(listens)}."),
            _ => Fail(first.Span, $"{led}, but its process listens on {Ports(listens)}."),
        };
        return verdict
            .As(severity)
            .Related(listening.Chain, "it listens here")
            .Related(first.Chain)
            .Related(bindings.Skip(1).Select(binding => binding.Span), "and here")
            .Remedy(
                IsReached(workload)
                    ? $"Take {first.Span} out, since the port that the process listens on is published as well, or let the process listen on {first.Container}."
                    : $"Lead it to {listening.Port} in {first.Span}, or let the process listen on {first.Container}."
            )
            .Verify(TreeCheck.GoneOr(first.Span, Command(first, workload, deployment)));
    }

    private static SourceSpan? Where(ListeningPorts listens) => listens.Ports[0].Chain is [var place, ..] ? place : null;

    private static string Ports(ListeningPorts listens) => string.Join(" and ", listens.Ports.Select(port => port.Port));

    /// <summary>A server that others made, as it is or built upon: which ports it opens besides the usual ones is never wholly known.</summary>
    private static bool IsServerImage(Workload workload) =>
        !workload.Listens.IsTold
        && (workload.Public ?? workload.Image?.Final.PublicBase) is { Role: not (ImageRole.Runtime or ImageRole.System) };

    // A data store that is moved by its own configuration file is not for us to judge; UDP is not read from source.
    private static IEnumerable<PortBinding> Bindings(Workload workload) =>
        workload.Ports.Where(binding =>
            binding is { IsInformational: false, Protocol: not "udp" } && !IsForDebugger(binding) && workload.KeepsItsPorts
        );

    /// <summary>Nobody listens there until somebody debugs: Node, debugpy, PyCharm, Delve, the JVM.</summary>
    private static bool IsForDebugger(PortBinding binding) =>
        binding.Container is 9229 or 9230 or 5678 or 5858 or 40000 or 2345 or 5005 || binding.IsCalledDebug;

    /// <summary>What is no web server answers nothing that curl understands; and where Docker itself forwards, a connection tells nothing from outside.</summary>
    private static CommandText Command(PortBinding binding, Workload workload, Deployment deployment) =>
        binding.Published is { } published
        && (workload.Image is not null || workload.Public?.Role is ImageRole.WebServer or ImageRole.Proxy)
            ? (CommandText)$"curl -fsS http://localhost:{published}/"
            : $"{TargetCommand.Exec(workload, deployment)} bash -c 'exec 3<>/dev/tcp/localhost/{binding.Container}'";
}

using Seaworthy.Model;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>A port is published to a workload that listens on another. Several targets with the same workload are one verdict.</summary>
internal sealed class PublishedPortNotListened : Rule<IReadOnlyList<Workload>>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "ports/published-port-not-listened",
            Title = "Port mismatch",
            Area = Area.PortsAndHealth,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale = "Every request to the port is refused, although the process is healthy.",
            Holds = "The process listens on every published port.",
        };

    // Not judged: a process whose ports could not be read.
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
            // One target may start it with its own command, the next with the image's.
            .Related(alike.SelectMany(pair => pair.workload.Listens.Ports[0].Chain.Take(1)).Distinct(), "listens here");

    /// <summary>Where another port is right, only a side port is missing: for metrics or an admin page.</summary>
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
            // No setting moves the server to another port.
            : isPublic && !isReached && workload.Public is not null && workload.Mounts.All(mount => mount.Kind != MountKind.Bind)
                ? (Outcome.Fail, Severity.High)
            : isPublic || (isReached && !isOtherTag && !workload.Listens.IsTold) ? (Outcome.Warn, Severity.Medium)
            : PortWitnesses.Against(workload, binding.Container, deployment) is not null ? (Outcome.Warn, Severity.High)
            : (Outcome.Fail, isReached ? Severity.Medium : Severity.Critical);
    }

    private static bool IsReached(Workload workload) => Bindings(workload).Any(other => workload.Listens.Contains(other.Container));

    /// <summary>A helper in the command may listen there: <c>dlv --listen=:4000</c>.</summary>
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
                $"{led}; unknown whether it listens there besides {Ports(listens)}: {listens.IncompleteBecause ?? (SharedPorts.Unknown(workload, deployment) is { } beside ? $"{beside.Name} shares its network" : IsServerImage(workload) ? "the image may open further ports" : "its command names the port")}."
            ),
            Outcome.Warn when IsServerImage(workload) => Warn(
                first.Span,
                $"{led}, but its process listens on {Ports(listens)} by default."
            ),
            Outcome.Warn => Warn(first.Span, $"{led}, but its process was only seen to listen on {Ports(listens)}."),
            _ => Fail(first.Span, $"{led}, but its process listens on {Ports(listens)}."),
        };
        return verdict
            .As(severity)
            .Related(listening.Chain, "listens here")
            .Related(first.Chain)
            .Related(bindings.Skip(1).Select(binding => binding.Span), "also published here")
            .Remedy(
                IsReached(workload)
                    ? $"Remove {first.Span}, since the right port is published as well, or make the process listen on {first.Container}."
                    : $"Change the port to {listening.Port} in {first.Span}, or make the process listen on {first.Container}."
            )
            .Verify(TreeCheck.GoneOr(first.Span, Command(first, workload, deployment)));
    }

    private static SourceSpan? Where(ListeningPorts listens) => listens.Ports[0].Chain is [var place, ..] ? place : null;

    private static string Ports(ListeningPorts listens) => string.Join(", ", listens.Ports.Select(port => port.Port));

    /// <summary>A third-party server, as it is or as a base image: it may open further ports.</summary>
    private static bool IsServerImage(Workload workload) =>
        !workload.Listens.IsTold
        && (workload.Public ?? workload.Image?.Final.PublicBase) is { Role: not (ImageRole.Runtime or ImageRole.System) };

    // Not judged: a data store whose configuration file may move its port, and UDP, which is not read from source.
    private static IEnumerable<PortBinding> Bindings(Workload workload) =>
        workload.Ports.Where(binding =>
            binding is { IsInformational: false, Protocol: not "udp" } && !IsForDebugger(binding) && workload.KeepsItsPorts
        );

    /// <summary>Debuggers, which listen only on demand: Node, debugpy, PyCharm, Delve, the JVM.</summary>
    private static bool IsForDebugger(PortBinding binding) =>
        binding.Container is 9229 or 9230 or 5678 or 5858 or 40000 or 2345 or 5005 || binding.IsCalledDebug;

    /// <summary>curl understands only web servers; and where Docker itself forwards, a connection from outside proves nothing.</summary>
    private static CommandText Command(PortBinding binding, Workload workload, Deployment deployment) =>
        binding.Published is { } published
        && (workload.Image is not null || workload.Public?.Role is ImageRole.WebServer or ImageRole.Proxy)
            ? (CommandText)$"curl -fsS http://localhost:{published}/"
            : $"{TargetCommand.Exec(workload, deployment)} bash -c 'exec 3<>/dev/tcp/localhost/{binding.Container}'";
}

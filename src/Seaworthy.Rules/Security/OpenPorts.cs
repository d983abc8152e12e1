using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Topology;
using Seaworthy.Rules.Orchestration;

namespace Seaworthy.Rules.Security;

/// <summary>The ports of a compose service that are published on every address of the host, or of a container that a Service opens to the outside of the cluster, and how a sentence speaks of them.</summary>
/// <param name="Bindings">Those on which something listens, as far as anybody knows.</param>
internal sealed record OpenPorts(Workload Workload, IReadOnlyList<PortBinding> Bindings)
{
    private const int MostPlaces = 5;

    public PortBinding First => Bindings[0];

    /// <summary>Another port of the host at each start.</summary>
    public bool IsPicked => Bindings.All(port => port.IsPickedByHost);

    /// <summary><c>port 6379</c>, <c>ports 9092, 9093</c>.</summary>
    public string Words
    {
        get
        {
            var ports = string.Join(", ", Bindings.Select(port => port.Published ?? port.Container));
            return IsPicked ? $"a port that Docker picks for {ports},"
                : Bindings.All(port => port.Published is null) ? $"a port that a variable says for {ports},"
                : $"{Noun} {ports}";
        }
    }

    public string Noun => Bindings.Count == 1 ? "port" : "ports";

    public string Places => NameList.Of([.. Bindings.Select(port => port.Span.ToString()).Distinct(StringComparer.Ordinal)], MostPlaces);

    /// <summary>What a variable says (<c>${DB_PORT:-5432}</c>) stays as it is: somebody sets it.</summary>
    public string Narrowed =>
        Bindings.Any(port => port.IsPickedByHost) || (Bindings is [{ Published: not null, HasVariable: false }])
            ? $"write `\"127.0.0.1:{First.Published ?? First.Container}:{First.Container}\"`"
        : Bindings.Count == 1 ? "put `127.0.0.1:` in front of it"
        : "put `127.0.0.1:` in front of each that you need";

    /// <summary>None of the lines opens it any more.</summary>
    public CommandText Check => TreeCheck.Gone(Bindings.Select(port => port.Span).Distinct());

    public static OpenPorts Of(Workload workload) =>
        new(workload, [.. workload.Ports.Where(port => IsOpen(workload, port) && !IsDead(workload, port))]);

    /// <remarks>Source: Docker documentation, "Publish ports" of "Manage swarm service networks"; moby/moby issue 32299.</remarks>
    public static bool AreOfSwarm(Workload workload, Deployment deployment) =>
        deployment.At<ComposeFile>(workload.Span.File.Path) is { } file && SwarmFiles.Hold(file, deployment);

    /// <summary>No program of the repository is in its compose project: whoever uses it comes by the port.</summary>
    public static bool AreAmongTheirLike(Workload workload, Deployment deployment) =>
        deployment
            .Targets.Where(target => target.Kind == workload.Kind && target.Name == workload.TargetName)
            .SelectMany(target => target.Workloads)
            .All(other => other is { Public: not null, Image: null });

    // Which port it is may be for whoever deploys to say (`${DB_PORT:-5432}`); that it is open is not.
    private static bool IsOpen(Workload workload, PortBinding port) =>
        (workload.Kind != TargetKind.Kubernetes || port.OpenedBy is not null)
        && port is { IsInformational: false, HostAddress: null or "" or "0.0.0.0" or "::" or "[::]" };

    /// <summary>Nothing listens there, so nothing is reached: what is wrong with such a mapping is told elsewhere.</summary>
    private static bool IsDead(Workload workload, PortBinding port) =>
        workload is { Listens: { IsComplete: true, Ports.Count: > 0 }, KeepsItsPorts: true } && !workload.Listens.Contains(port.Container);
}

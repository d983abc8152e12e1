using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Topology;
using Seaworthy.Rules.Orchestration;

namespace Seaworthy.Rules.Security;

/// <summary>The ports of a Compose service published on all host addresses, or of a container that a Service exposes outside the cluster, and their words.</summary>
/// <param name="Bindings">Those on which something listens, as far as known.</param>
internal sealed record OpenPorts(Workload Workload, IReadOnlyList<PortBinding> Bindings)
{
    private const int MostPlaces = 5;

    public PortBinding First => Bindings[0];

    /// <summary>A different host port at each start.</summary>
    public bool IsPicked => Bindings.All(port => port.IsPickedByHost);

    /// <summary><c>port 6379</c>, <c>ports 9092, 9093</c>.</summary>
    public string Words
    {
        get
        {
            var ports = string.Join(", ", Bindings.Select(port => port.Published ?? port.Container));
            return IsPicked ? $"a random port for {ports}"
                : Bindings.All(port => port.Published is null) ? $"a variable port for {ports}"
                : $"{Noun} {ports}";
        }
    }

    public string Noun => Bindings.Count == 1 ? "port" : "ports";

    public string Places => NameList.Of([.. Bindings.Select(port => port.Span.ToString()).Distinct(StringComparer.Ordinal)], MostPlaces);

    /// <summary>A variable (<c>${DB_PORT:-5432}</c>) is kept: somebody sets it.</summary>
    public string Narrowed =>
        Bindings.Any(port => port.IsPickedByHost) || (Bindings is [{ Published: not null, HasVariable: false }])
            ? $"write `\"127.0.0.1:{First.Published ?? First.Container}:{First.Container}\"`"
        : Bindings.Count == 1 ? "put `127.0.0.1:` in front of it"
        : "put `127.0.0.1:` in front of each one you need";

    /// <summary>None of the lines publishes it any more.</summary>
    public CommandText Check => TreeCheck.Gone(Bindings.Select(port => port.Span).Distinct());

    public static OpenPorts Of(Workload workload) =>
        new(workload, [.. workload.Ports.Where(port => IsOpen(workload, port) && !IsDead(workload, port))]);

    /// <remarks>Source: Docker documentation, "Publish ports" of "Manage swarm service networks"; moby/moby issue 32299.</remarks>
    public static bool AreOfSwarm(Workload workload, Deployment deployment) =>
        deployment.At<ComposeFile>(workload.Span.File.Path) is { } file && SwarmFiles.Hold(file, deployment);

    /// <summary>Its Compose project has no program of the repository, so its clients use the published port.</summary>
    public static bool AreAmongTheirLike(Workload workload, Deployment deployment) =>
        deployment
            .Targets.Where(target => target.Kind == workload.Kind && target.Name == workload.TargetName)
            .SelectMany(target => target.Workloads)
            .All(other => other is { Public: not null, Image: null });

    // The port number may be set at deployment (`${DB_PORT:-5432}`); it is open in any case.
    private static bool IsOpen(Workload workload, PortBinding port) =>
        (workload.Kind != TargetKind.Kubernetes || port.OpenedBy is not null)
        && port is { IsInformational: false, HostAddress: null or "" or "0.0.0.0" or "::" or "[::]" };

    /// <summary>Nothing listens there; another rule reports the mapping.</summary>
    private static bool IsDead(Workload workload, PortBinding port) =>
        workload is { Listens: { IsComplete: true, Ports.Count: > 0 }, KeepsItsPorts: true } && !workload.Listens.Contains(port.Container);
}

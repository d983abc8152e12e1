using System.Text.Json.Serialization;
using Seaworthy.Deploying.Kubernetes.Planning;

namespace Seaworthy.Deploying.Planning;

/// <summary>A step of a deployment as data: what it does, how it is undone, how it is recognised as done. What the ledger keeps of it is enough to undo it after a crash, and holds no secret.</summary>
/// <param name="Id">Unique in its plan: <c>switch/web</c>.</param>
/// <param name="What">One sentence.</param>
public sealed record DeployStep(string Id, StepKind Kind, string What)
{
    public string? Service { get; init; }

    /// <summary>The containers that it makes or is about.</summary>
    public IReadOnlyList<string> Containers { get; init; } = [];

    /// <summary>Those whose place they take.</summary>
    public IReadOnlyList<string> Replaced { get; init; } = [];

    /// <summary>The places behind the proxy that it changes.</summary>
    public IReadOnlyList<ProxyBackend> Backends { get; init; } = [];

    /// <summary>The workloads of a cluster that it changes, as they were before.</summary>
    public IReadOnlyList<WorkloadRevision> Before { get; init; } = [];

    /// <summary>The revisions that they are to have, where they are known before.</summary>
    public IReadOnlyList<WorkloadRevision> Wanted { get; init; } = [];

    public int GraceSeconds { get; init; }

    /// <summary>Its containers were kept, and are started again: to undo it is to stop them.</summary>
    public bool IsRevival { get; init; }

    /// <summary>It changes a schema, and its undo does not change it back.</summary>
    public bool LeavesMigration { get; init; }

    /// <summary>How it is undone, as a sentence; empty where nothing has to be.</summary>
    public string Undo { get; init; } = "";

    /// <summary>How it is recognised as done, as a clause.</summary>
    public string DoneWhen { get; init; } = "";

    /// <summary>What runs, for people. Addresses that are known only then are written in angle brackets.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Commands { get; init; } = [];

    /// <summary>What runs to undo it, for people.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> UndoCommands { get; init; } = [];

    /// <summary>The containers as the proxy knows them.</summary>
    public IEnumerable<ProxyServer> Servers(IEnumerable<string> containers) =>
        containers.SelectMany(container => Backends.Select(backend => new ProxyServer(backend.Name, container, backend.Port)));
}

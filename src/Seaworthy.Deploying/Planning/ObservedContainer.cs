namespace Seaworthy.Deploying.Planning;

/// <summary>A container of the project, as the engine describes it.</summary>
public sealed record ObservedContainer(string Name)
{
    public string Service { get; init; } = "";

    public string Role { get; init; } = "";

    public int Release { get; init; }

    public string Configuration { get; init; } = "";

    /// <summary>The identity of its image.</summary>
    public string Image { get; init; } = "";

    /// <summary><c>running</c>, <c>exited</c>, <c>created</c>, <c>restarting</c>…</summary>
    public string Status { get; init; } = "";

    public int ExitCode { get; init; }

    public bool IsOutOfMemory { get; init; }

    public int Restarts { get; init; }

    /// <summary><c>starting</c>, <c>healthy</c>, <c>unhealthy</c>; null without a check.</summary>
    public string? Health { get; init; }

    /// <summary>What the last check printed.</summary>
    public string HealthOutput { get; init; } = "";

    /// <summary>The policy that it has when it serves.</summary>
    public string Restart { get; init; } = "no";

    /// <summary>The policy that the engine applies, as <c>on-failure:3</c>.</summary>
    public string RestartPolicy { get; init; } = "no";

    public int ProcessId { get; init; }

    /// <summary>What its settings are, by the option that makes them.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Settings { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    public IReadOnlyList<string> Entrypoint { get; init; } = [];

    public IReadOnlyList<string> Command { get; init; } = [];

    /// <summary>The names that it has in each network.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Names { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The ports that the engine publishes for it, as <c>docker create --publish</c> takes them; null when they were not read.</summary>
    public IReadOnlyList<string>? Published { get; init; }

    /// <summary>Directories of the host and volumes, those without a name of their own too: they hold what it wrote.</summary>
    public IReadOnlyList<ObservedMount> Mounts { get; init; } = [];

    /// <summary>For each variable a hash of its value, in this process alone.</summary>
    public IReadOnlyDictionary<string, string> VariableHashes { get; init; } = new Dictionary<string, string>();

    /// <summary>Its address in each network.</summary>
    public IReadOnlyDictionary<string, string> Addresses { get; init; } = new Dictionary<string, string>();

    /// <summary>Names of its environment variables; the values are not kept.</summary>
    public IReadOnlyList<string> VariableNames { get; init; } = [];

    /// <summary>Where something is mounted.</summary>
    public IReadOnlyList<string> MountTargets { get; init; } = [];

    public bool IsRunning => Status == "running";
}

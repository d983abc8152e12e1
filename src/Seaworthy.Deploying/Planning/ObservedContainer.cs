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

    public int ProcessId { get; init; }

    /// <summary>Its address in each network.</summary>
    public IReadOnlyDictionary<string, string> Addresses { get; init; } = new Dictionary<string, string>();

    /// <summary>Names of its environment variables; the values are not kept.</summary>
    public IReadOnlyList<string> VariableNames { get; init; } = [];

    /// <summary>Where something is mounted.</summary>
    public IReadOnlyList<string> MountTargets { get; init; } = [];

    /// <summary>Its volumes, those without a name of their own too: they hold what it wrote.</summary>
    public IReadOnlyList<MountDefinition> Volumes { get; init; } = [];

    public bool IsRunning => Status == "running";
}

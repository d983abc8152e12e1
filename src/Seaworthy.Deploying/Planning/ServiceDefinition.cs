namespace Seaworthy.Deploying.Planning;

/// <summary>A service with every value filled in.</summary>
public sealed record ServiceDefinition(string Name)
{
    /// <summary>What Docker gives a container that says nothing to end, in seconds.</summary>
    public const int UsualGrace = 10;

    /// <summary>The image to pull; null for one that is built.</summary>
    public string? Image { get; init; }

    public BuildDefinition? Build { get; init; }

    /// <summary>May hold secrets: never shown, never written down.</summary>
    public IReadOnlyList<Variable> Environment { get; init; } = [];

    /// <summary>Secrets that it reads from files: never shown, never written down.</summary>
    public IReadOnlyList<SecretFile> SecretFiles { get; init; } = [];

    public IReadOnlyList<PublishedPort> Ports { get; init; } = [];

    /// <summary>The ports on which others of the project reach it.</summary>
    public IReadOnlyList<ServicePort> Listens { get; init; } = [];

    public IReadOnlyList<MountDefinition> Mounts { get; init; } = [];

    public IReadOnlyList<NetworkAttachment> Networks { get; init; } = [];

    public bool UsesHostNetwork { get; init; }

    /// <summary>What it starts instead of the image's command; null for the image's own.</summary>
    public IReadOnlyList<string>? Command { get; init; }

    public IReadOnlyList<string>? Entrypoint { get; init; }

    public HealthDefinition? Health { get; init; }

    /// <summary>A path that answers 200 when it is well, asked where neither file nor image has a check.</summary>
    public string? HealthPath { get; init; }

    public string Restart { get; init; } = "no";

    /// <summary>Options of the engine that need no thought: user, limits, capabilities…</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>How long it may take to end.</summary>
    public int GraceSeconds { get; init; } = UsualGrace;

    public int Replicas { get; init; } = 1;

    /// <summary>The services that must run before it.</summary>
    public IReadOnlyList<string> DependsOn { get; init; } = [];

    public UpdateOrder Order { get; init; }

    /// <summary>Why it is updated so, as a clause.</summary>
    public string OrderBecause { get; init; } = "";

    /// <summary>Runs once and ends: a migration.</summary>
    public bool IsOneOff { get; init; }

    /// <summary>A command of its image to run once before it starts; null for none.</summary>
    public IReadOnlyList<string>? Migration { get; init; }

    /// <summary>The command that takes the migration back; null when it needs none.</summary>
    public IReadOnlyList<string>? MigrationUndo { get; init; }

    /// <summary>What brings the schema to where it should be each time the service starts, by its command or entry script; null for nothing.</summary>
    public string? MigratesAtStart { get; init; }

    public StoreKind Store { get; init; }

    /// <summary>A known database, cache, broker, search engine or object store, which others stand on.</summary>
    public bool IsBacking { get; init; }

    /// <summary>Whether its image brings a health check, as far as the tree tells; null when it does not.</summary>
    public bool? HasImageCheck { get; init; }

    /// <summary>What a new container takes over from the one before: a store without a named volume would start empty.</summary>
    public IReadOnlyList<MountDefinition> Carried(ObservedContainer? before) =>
        IsBacking && before is not null ? [.. before.Mounts.Where(mount => mount.IsAnonymous).Select(mount => mount.Declared())] : [];

    /// <summary>The hosts of the public network for which it answers; null where the file names none.</summary>
    public ServiceDomain? Domain { get; init; }
}

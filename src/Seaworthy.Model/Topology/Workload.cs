using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>One thing that runs in a target: a compose service, a container of a Deployment, a fly process group.</summary>
public sealed record Workload
{
    public required string Name { get; init; }

    /// <summary>The target's name, kind and environment.</summary>
    public required string TargetName { get; init; }

    public required TargetKind Kind { get; init; }

    public TargetEnvironment Environment { get; init; }

    /// <summary>The line that declares it.</summary>
    public required SourceSpan Span { get; init; }

    /// <summary>Built from this repository, when it is.</summary>
    public Image? Image { get; init; }

    /// <summary>It does not build its image itself: another service of the project does, or a pipeline, under the name that this one runs.</summary>
    public bool IsBuiltBeside { get; init; }

    /// <summary>The image it pulls, after interpolation; null when it is only built.</summary>
    public Fact<Resolved>? Reference { get; init; }

    /// <summary>The public image it runs, when it is a known one.</summary>
    public PublicImage? Public { get; init; }

    /// <summary>The image it pulls as its file names it, without tag and digest: a mirror has another name for the public image that it serves.</summary>
    public string? ImageName =>
        Reference?.Value.Text is { } text && ImageReference.Parse(text) is { } named
            ? (named with { Tag = null, Digest = null }).ToString()
            : Public?.Name;

    /// <summary>The components that run in it.</summary>
    public IReadOnlyList<Component> Components { get; init; } = [];

    /// <summary>What starts: the target's own command, else the image's.</summary>
    public ProcessStart? Start { get; init; }

    public IReadOnlyList<SuppliedVariable> Supplied { get; init; } = [];

    public bool Supplies(string variable) => Supplied.Any(supplied => supplied.Name == variable);

    /// <summary>Why more variables may be supplied than listed (an env file outside the tree, a secret made elsewhere); null when the list is whole.</summary>
    public string? SuppliesMoreBecause { get; init; }

    /// <summary>What the template names from which somebody is to make an env file of the workload that a clone lacks.</summary>
    public IReadOnlyList<EnvEntry> Promised { get; init; } = [];

    /// <summary>The line of that template with a value for a variable; null without one.</summary>
    public EnvEntry? FindPromised(string variable) => Promised.LastOrDefault(entry => entry.Name.Value == variable && !entry.IsEmpty);

    public ListeningPorts Listens { get; init; } = ListeningPorts.Unknown("its process was not read");

    public IReadOnlyList<PortBinding> Ports { get; init; } = [];

    /// <summary>For a platform that sets PORT: the port on which the process listens whatever PORT says.</summary>
    public ListeningPort? FixedPort { get; init; }

    /// <summary>The platform that tells the port by PORT, as people call it.</summary>
    public string? PortAssignedBy { get; init; }

    public IReadOnlyList<Probe> Probes { get; init; } = [];

    /// <summary>For Kubernetes: the commands of its probes and of its last hook.</summary>
    public IReadOnlyList<ShellCommand> Checks { get; init; } = [];

    public IReadOnlyList<DependencyUse> DependsOn { get; init; } = [];

    public IReadOnlyList<Mount> Mounts { get; init; } = [];

    /// <summary>The names under which other workloads of the target reach it.</summary>
    public IReadOnlyList<string> HostNames { get; init; } = [];

    /// <summary>Those of them that only its manifests know, with the name by which it is really found: a kustomization put a prefix or suffix there.</summary>
    public IReadOnlyDictionary<string, string> RenamedHosts { get; init; } = new Dictionary<string, string>();

    /// <summary>Host names that its own declaration adds to its hosts file; others of the target do not have them.</summary>
    public IReadOnlyList<Fact<string>> ExtraHosts { get; init; } = [];

    /// <summary>The networks it is attached to; workloads that share none cannot talk.</summary>
    public IReadOnlyList<Fact<string>> Networks { get; init; } = [];

    /// <summary>Those of its networks that are cut off from the outside, with the line that says so.</summary>
    public IReadOnlyList<Fact<string>> InternalNetworks { get; init; } = [];

    /// <summary>The line that has it run in the host's network namespace; null when it has a network of its own.</summary>
    public SourceSpan? HostNetwork { get; init; }

    /// <summary>Runs in the host's network namespace: localhost is the host.</summary>
    public bool UsesHostNetwork => HostNetwork is not null;

    /// <summary>Containers that share its network namespace: localhost reaches them too.</summary>
    public IReadOnlyList<string> Sidecars { get; init; } = [];

    /// <summary>Starts only when one of these is asked for; empty for what always starts.</summary>
    public IReadOnlyList<string> Profiles { get; init; } = [];

    /// <summary>A fixed name of its container, which no other container of the machine may have.</summary>
    public Fact<string>? ContainerName { get; init; }

    /// <summary>The number of replicas; null when it is not set or unknown.</summary>
    public Fact<int>? Replicas { get; init; }

    /// <summary>What happens when its process ends: <c>always</c>, <c>unless-stopped</c>, <c>on-failure</c>, <c>no</c>…; null when nothing says.</summary>
    public Fact<string>? Restart { get; init; }

    /// <summary>The line that limits its memory or processor; null when nothing does.</summary>
    public SourceSpan? ResourceLimits { get; init; }

    /// <summary>How much memory and processor time it is promised and may take.</summary>
    public WorkloadResources Resources { get; init; } = WorkloadResources.None;

    /// <summary>Variables in its declaration that nothing sets and that have no default: they are blank.</summary>
    public IReadOnlyList<Fact<string>> UnsetVariables { get; init; } = [];

    /// <summary>Who it runs as, when the target says so: a name or number, with or without a group.</summary>
    public Fact<string>? User { get; init; }

    /// <summary>Its root file system is read-only for every user.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>The line that says so, or says the contrary.</summary>
    public SourceSpan? ReadOnlyRoot { get; init; }

    /// <summary>Runs once and ends: a migration, a seed, a job.</summary>
    public bool IsOneShot { get; init; }

    /// <summary>It runs a known image as it is: its own program starts, with or without options, and nothing is in front that could read variables for it.</summary>
    public bool RunsKnownServer =>
        this is { Image: null, Public: not null }
        && (Start is null || Start.Commands.All(command => command.Program is ['-', ..] or "start" or "start-dev" or "kc.sh"));

    /// <summary>What speaks at a port of it: the program of its public image, or that of the base upon which its image puts nothing but files.</summary>
    public KnownPort? KnownAt(int? port) =>
        (
            RunsKnownServer ? Public
            : RunsBaseServer ? Image?.Final.PublicBase
            : null
        )?.Ports.FirstOrDefault(known => known.Number == port);

    /// <summary>Nothing that is mounted may hold settings by which its public image listens on other ports than those that are known.</summary>
    public bool KeepsItsPorts => Public is not { } image || Listens.IsTold || Mounts.All(mount => LeavesPorts(image, mount));

    private static bool LeavesPorts(PublicImage image, Mount mount) =>
        image.PortSettings is { } settings
            ? !settings.Covers(mount.Path)
            : mount.Kind == MountKind.Volume && image.DataPaths.Any(path => path == mount.Path.TrimEnd('/'));

    /// <summary>FPM comes with no web server, and is started by its own name.</summary>
    private bool RunsBaseServer => Image is not null && Start?.Commands.All(command => command.Program == "php-fpm") != false;

    /// <summary>It has neither image nor build: an overlay, which gets these, and perhaps more, from a file that is loaded before.</summary>
    public bool IsFragment => this is { Image: null, Reference: null };

    /// <summary>A variable of another image, which the one that runs here does not read.</summary>
    public bool Ignores(string variable) => RunsKnownServer && Public?.Ignores(variable) is true;

    public override string ToString() => $"{Name} in {TargetName}";
}

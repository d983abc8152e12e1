using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Compose;

/// <summary>A service of a Compose file: the program of one or more equal containers, and its settings.</summary>
/// <param name="Name">The key, which is also the host name other services reach it by.</param>
/// <param name="Span">The key and its whole body.</param>
/// <remarks>Source: the Compose specification, "Services top-level element".</remarks>
public sealed record ComposeService(Fact<string> Name, SourceSpan Span)
{
    /// <summary>Every key of the service as written, with its place; merged services list the keys of all their files.</summary>
    public IReadOnlyList<Fact<string>> Keys { get; init; } = [];

    /// <summary>Those whose value is an empty list or mapping, without a tag that says what becomes of the value below.</summary>
    public IReadOnlyList<Fact<string>> EmptyKeys { get; init; } = [];

    public Template? Image { get; init; }

    public ComposeBuild? Build { get; init; }

    public ComposeCommand? Command { get; init; }

    public ComposeCommand? Entrypoint { get; init; }

    public IReadOnlyList<ComposeVariable> Environment { get; init; } = [];

    public IReadOnlyList<ComposeEnvFile> EnvFiles { get; init; } = [];

    public IReadOnlyList<ComposePort> Ports { get; init; } = [];

    public IReadOnlyList<ComposeExpose> Expose { get; init; } = [];

    public IReadOnlyList<ComposeDependency> DependsOn { get; init; } = [];

    public ComposeHealthcheck? Healthcheck { get; init; }

    public IReadOnlyList<ComposeMount> Volumes { get; init; } = [];

    /// <summary>Services or containers whose volumes are mounted too (<c>volumes_from</c>).</summary>
    public IReadOnlyList<Template> VolumesFrom { get; init; } = [];

    public IReadOnlyList<Template> Tmpfs { get; init; } = [];

    /// <summary>Networks the service names; none means the default network, unless <see cref="NetworkMode"/> is set.</summary>
    public IReadOnlyList<ComposeNetworkAttachment> Networks { get; init; } = [];

    public Template? NetworkMode { get; init; }

    public IReadOnlyList<ComposeLink> Links { get; init; } = [];

    public IReadOnlyList<ComposeLink> ExternalLinks { get; init; } = [];

    /// <summary>Host names added to <c>/etc/hosts</c>, with their address.</summary>
    public IReadOnlyList<ComposeVariable> ExtraHosts { get; init; } = [];

    public Template? ContainerName { get; init; }

    public Template? Hostname { get; init; }

    public IReadOnlyList<Fact<string>> Profiles { get; init; } = [];

    public Template? Restart { get; init; }

    public ComposeDeploy? Deploy { get; init; }

    public Template? Scale { get; init; }

    public Template? MemoryLimit { get; init; }

    public Template? MemoryReservation { get; init; }

    public Template? Cpus { get; init; }

    public Template? PidsLimit { get; init; }

    public Template? User { get; init; }

    public Template? WorkingDirectory { get; init; }

    public ComposeFlag? Privileged { get; init; }

    public ComposeFlag? ReadOnly { get; init; }

    public ComposeFlag? Init { get; init; }

    public ComposeFlag? StdinOpen { get; init; }

    public ComposeFlag? Tty { get; init; }

    public IReadOnlyList<Template> CapAdd { get; init; } = [];

    public IReadOnlyList<Template> CapDrop { get; init; } = [];

    public IReadOnlyList<Template> SecurityOpt { get; init; } = [];

    public IReadOnlyList<Template> Devices { get; init; } = [];

    public IReadOnlyList<Template> GroupAdd { get; init; } = [];

    public IReadOnlyList<Template> Dns { get; init; } = [];

    public ComposeDuration? StopGracePeriod { get; init; }

    public Template? StopSignal { get; init; }

    public ComposeLogging? Logging { get; init; }

    public IReadOnlyList<ComposeVariable> Labels { get; init; } = [];

    public IReadOnlyList<ComposeVariable> Annotations { get; init; } = [];

    public IReadOnlyList<ComposeGrant> Secrets { get; init; } = [];

    public IReadOnlyList<ComposeGrant> Configs { get; init; } = [];

    public ComposeExtends? Extends { get; init; }

    /// <summary>Rules of <c>develop.watch</c>.</summary>
    public IReadOnlyList<ComposeWatch> Watch { get; init; } = [];

    public Template? Platform { get; init; }

    public Template? PullPolicy { get; init; }

    public IReadOnlyList<ComposeVariable> Sysctls { get; init; } = [];

    public IReadOnlyList<ComposeUlimit> Ulimits { get; init; } = [];

    public Template? ShmSize { get; init; }

    public Template? Pid { get; init; }

    public Template? Ipc { get; init; }

    public Template? Runtime { get; init; }

    public IReadOnlyList<ComposeHook> PreStart { get; init; } = [];

    public IReadOnlyList<ComposeHook> PostStart { get; init; } = [];

    public IReadOnlyList<ComposeHook> PreStop { get; init; } = [];

    /// <summary>The type of a <c>provider:</c>, which creates the service outside of containers.</summary>
    public Fact<string>? Provider { get; init; }

    /// <summary>Neither an image nor a build (nor a provider): right in an override file, an error in a whole project.</summary>
    public bool HasNoOrigin => Image is null && Build is null && Provider is null && Extends is null;

    public ComposeVariable? FindVariable(string name) => Environment.LastOrDefault(variable => variable.Name.Value == name);
}

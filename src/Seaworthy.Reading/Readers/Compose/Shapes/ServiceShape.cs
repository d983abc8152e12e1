using Seaworthy.Reading.Readers.Shapes;
using static Seaworthy.Reading.Readers.Compose.Shapes.ComposeShapes;
using static Seaworthy.Reading.Readers.Compose.Shapes.ServiceParts;
using static Seaworthy.Reading.Readers.Shapes.ScalarKinds;

namespace Seaworthy.Reading.Readers.Compose.Shapes;

/// <summary>Every key of a service.</summary>
/// <remarks>Source: the JSON schema of the Compose specification, "service".</remarks>
internal static class ServiceShape
{
    private static readonly IReadOnlyList<(string, Shape)> Origin =
    [
        ("image", AnyText),
        ("build", BuildShape.Whole),
        ("extends", Extends),
        ("provider", Provider),
        ("platform", AnyText),
        ("pull_policy", AnyText),
        ("pull_refresh_after", AnyText),
        ("command", TextCommand),
        ("entrypoint", TextCommand),
        ("working_dir", AnyText),
        ("user", AnyText),
        ("runtime", AnyText),
        ("init", ComposeShapes.Flag),
        ("pre_start", Shape.ListOf(PreStart)),
        ("post_start", Shape.ListOf(Hook with { Required = ["command"] })),
        ("pre_stop", Shape.ListOf(Hook with { Required = ["command"] })),
        ("use_api_socket", ComposeShapes.Flag),
    ];

    private static readonly IReadOnlyList<(string, Shape)> Configuration =
    [
        ("environment", Pairs),
        ("env_file", EnvFiles),
        ("label_file", StringOrStrings),
        ("labels", Pairs),
        ("annotations", Pairs),
        ("secrets", Grants),
        ("configs", Grants),
        ("models", Models),
        ("profiles", UniqueStrings),
        ("logging", Object("logging", [("driver", AnyText), ("options", Shape.MapOf(Shape.Of(Text | Number | Null)))])),
        ("attach", LooseFlag),
        ("develop", Develop),
    ];

    private static readonly IReadOnlyList<(string, Shape)> Wiring =
    [
        ("ports", Ports),
        ("expose", Shape.ListOf(Shape.Of(Text | Number, ComposeLiterals.Expose))),
        ("depends_on", DependsOn),
        ("healthcheck", Healthcheck),
        ("networks", Networks),
        ("network_mode", AnyText),
        ("links", Strings),
        ("external_links", UniqueStrings),
        ("extra_hosts", ExtraHosts),
        ("hostname", AnyText),
        ("domainname", AnyText),
        ("container_name", AnyText),
        ("mac_address", AnyText),
        ("dns", StringOrStrings),
        ("dns_opt", Strings),
        ("dns_search", StringOrStrings),
        ("volumes", Mounts),
        ("volumes_from", UniqueStrings),
        ("tmpfs", StringOrStrings),
        ("devices", HostDevices),
        ("gpus", Devices with { Scalars = Text }),
    ];

    private static readonly IReadOnlyList<(string, Shape)> Running =
    [
        ("deploy", DeployShape.Whole),
        ("scale", Count),
        // Source: Compose specification, compose-spec.json: any text is a policy.
        ("restart", Shape.Of(Text, ComposeLiterals.Restart) with { IsHandedOn = true }),
        ("stop_grace_period", Duration),
        ("stop_signal", AnyText),
        ("stdin_open", ComposeShapes.Flag),
        ("tty", ComposeShapes.Flag),
        ("mem_limit", Size),
        ("mem_reservation", Shape.Of(Text | Integer, ComposeLiterals.Size)),
        ("mem_swappiness", StringOrInteger),
        ("memswap_limit", Size),
        ("cpus", Fractional),
        ("cpu_count", Count),
        ("cpu_percent", Count),
        ("cpu_shares", Fractional),
        ("cpu_quota", Fractional),
        ("cpu_period", StringOrNumber),
        ("cpu_rt_period", StringOrNumber),
        ("cpu_rt_runtime", StringOrNumber),
        ("cpuset", AnyText),
        ("pids_limit", Fractional),
        ("oom_kill_disable", ComposeShapes.Flag),
        ("oom_score_adj", Count),
        ("shm_size", Size),
        ("ulimits", Ulimits),
        ("blkio_config", BlockIo),
        ("storage_opt", Shape.MapOf(Shape.Anything)),
    ];

    private static readonly IReadOnlyList<(string, Shape)> Isolation =
    [
        ("privileged", ComposeShapes.Flag),
        ("read_only", ComposeShapes.Flag),
        ("cap_add", Strings),
        ("cap_drop", Strings),
        ("security_opt", UniqueStrings),
        ("sysctls", Pairs),
        ("group_add", Shape.ListOf(StringOrNumber, unique: true)),
        ("device_cgroup_rules", UniqueStrings),
        ("cgroup", OneOf("host", "private")),
        ("cgroup_parent", AnyText),
        ("credential_spec", Object("a credential specification", [("config", AnyText), ("file", AnyText), ("registry", AnyText)])),
        ("ipc", AnyText),
        ("isolation", AnyText),
        ("pid", Shape.Of(Text | Null)),
        ("userns_mode", AnyText),
        ("uts", AnyText),
    ];

    public static Shape Whole { get; } = Object("a service", [.. Origin, .. Configuration, .. Wiring, .. Running, .. Isolation]);
}

using Seaworthy.Reading.Readers.Shapes;
using static Seaworthy.Reading.Readers.Compose.Shapes.ComposeShapes;
using static Seaworthy.Reading.Readers.Compose.Shapes.ServiceParts;
using static Seaworthy.Reading.Readers.Shapes.ScalarKinds;

namespace Seaworthy.Reading.Readers.Compose.Shapes;

/// <summary>Every key of a service.</summary>
/// <remarks>Source: the JSON schema of the Compose specification, "service".</remarks>
internal static class ServiceShape
{
    private static readonly IReadOnlyList<ShapeKey> Origin =
    [
        new("image", AnyText),
        new("build", BuildShape.Whole),
        new("extends", Extends),
        new("provider", Provider),
        new("platform", AnyText),
        new("pull_policy", AnyText),
        new("pull_refresh_after", AnyText),
        new("command", TextCommand),
        new("entrypoint", TextCommand),
        new("working_dir", AnyText),
        new("user", AnyText),
        new("runtime", AnyText),
        new("init", ComposeShapes.Flag),
        new("pre_start", Shape.ListOf(PreStart)),
        new("post_start", Shape.ListOf(Hook with { Required = ["command"] })),
        new("pre_stop", Shape.ListOf(Hook with { Required = ["command"] })),
        new("use_api_socket", ComposeShapes.Flag),
    ];

    private static readonly IReadOnlyList<ShapeKey> Configuration =
    [
        new("environment", Pairs),
        new("env_file", EnvFiles),
        new("label_file", StringOrStrings),
        new("labels", Pairs),
        new("annotations", Pairs),
        new("secrets", Grants),
        new("configs", Grants),
        new("models", Models),
        new("profiles", UniqueStrings),
        new("logging", Object("logging", [new("driver", AnyText), new("options", Shape.MapOf(Shape.Of(Text | Number | Null)))])),
        new("attach", LooseFlag),
        new("develop", Develop),
    ];

    private static readonly IReadOnlyList<ShapeKey> Wiring =
    [
        new("ports", Ports),
        new("expose", Shape.ListOf(Shape.Of(Text | Number, ComposeLiterals.Expose))),
        new("depends_on", DependsOn),
        new("healthcheck", Healthcheck),
        new("networks", Networks),
        new("network_mode", AnyText),
        new("links", Strings),
        new("external_links", UniqueStrings),
        new("extra_hosts", ExtraHosts),
        new("hostname", AnyText),
        new("domainname", AnyText),
        new("container_name", AnyText),
        new("mac_address", AnyText),
        new("dns", StringOrStrings),
        new("dns_opt", Strings),
        new("dns_search", StringOrStrings),
        new("volumes", Mounts),
        new("volumes_from", UniqueStrings),
        new("tmpfs", StringOrStrings),
        new("devices", HostDevices),
        new("gpus", Devices with { Scalars = Text }),
    ];

    private static readonly IReadOnlyList<ShapeKey> Running =
    [
        new("deploy", DeployShape.Whole),
        new("scale", Count),
        // Source: Compose specification, compose-spec.json: any text is a policy.
        new("restart", Shape.Of(Text, ComposeLiterals.Restart) with { IsHandedOn = true }),
        new("stop_grace_period", Duration),
        new("stop_signal", AnyText),
        new("stdin_open", ComposeShapes.Flag),
        new("tty", ComposeShapes.Flag),
        new("mem_limit", Size),
        new("mem_reservation", Shape.Of(Text | Integer, ComposeLiterals.Size)),
        new("mem_swappiness", StringOrInteger),
        new("memswap_limit", Size),
        new("cpus", Fractional),
        new("cpu_count", Count),
        new("cpu_percent", Count),
        new("cpu_shares", Fractional),
        new("cpu_quota", Fractional),
        new("cpu_period", StringOrNumber),
        new("cpu_rt_period", StringOrNumber),
        new("cpu_rt_runtime", StringOrNumber),
        new("cpuset", AnyText),
        new("pids_limit", Fractional),
        new("oom_kill_disable", ComposeShapes.Flag),
        new("oom_score_adj", Count),
        new("shm_size", Size),
        new("ulimits", Ulimits),
        new("blkio_config", BlockIo),
        new("storage_opt", Shape.MapOf(Shape.Anything)),
    ];

    private static readonly IReadOnlyList<ShapeKey> Isolation =
    [
        new("privileged", ComposeShapes.Flag),
        new("read_only", ComposeShapes.Flag),
        new("cap_add", Strings),
        new("cap_drop", Strings),
        new("security_opt", UniqueStrings),
        new("sysctls", Pairs),
        new("group_add", Shape.ListOf(StringOrNumber, unique: true)),
        new("device_cgroup_rules", UniqueStrings),
        new("cgroup", OneOf("host", "private")),
        new("cgroup_parent", AnyText),
        new(
            "credential_spec",
            Object("a credential specification", [new("config", AnyText), new("file", AnyText), new("registry", AnyText)])
        ),
        new("ipc", AnyText),
        new("isolation", AnyText),
        new("pid", Shape.Of(Text | Null)),
        new("userns_mode", AnyText),
        new("uts", AnyText),
    ];

    public static Shape Whole { get; } = Object("a service", [.. Origin, .. Configuration, .. Wiring, .. Running, .. Isolation]);
}

using Seaworthy.Reading.Readers.Shapes;
using static Seaworthy.Reading.Readers.Compose.Shapes.ComposeShapes;
using static Seaworthy.Reading.Readers.Shapes.ScalarKinds;

namespace Seaworthy.Reading.Readers.Compose.Shapes;

/// <summary>The larger keys of a service.</summary>
/// <remarks>Source: the JSON schema of the Compose specification, "service".</remarks>
internal static class ServiceParts
{
    public static Shape TextCommand { get; } = Command with { Check = ComposeLiterals.Command };

    public static Shape Extends { get; } =
        Object("an extends section", [new("service", AnyText), new("file", AnyText)], extensions: false) with
        {
            Scalars = Text,
            Required = ["service"],
        };

    public static Shape Provider { get; } =
        Object("a provider", [new("type", AnyText), new("options", Shape.MapOf(Shape.Anything))]) with
        {
            Required = ["type"],
        };

    public static Shape PreStart { get; } =
        Hook with
        {
            Keys = new Dictionary<string, Shape>(Hook.Keys ?? new Dictionary<string, Shape>())
            {
                ["image"] = AnyText,
                ["per_replica"] = LooseFlag,
            },
        };

    public static Shape EnvFiles { get; } =
        AnyText with
        {
            Items = Object(
                "an environment file",
                [new("path", AnyText), new("format", AnyText), new("required", LooseFlag)],
                extensions: false
            ) with
            {
                Scalars = Text,
                Required = ["path"],
            },
        };

    public static Shape Models { get; } =
        new("a model of a service")
        {
            Items = AnyText,
            HasUniqueItems = true,
            Values = Object("a model of a service", [new("endpoint_var", AnyText), new("model_var", AnyText)]) with { Scalars = Null },
        };

    public static Shape Ports { get; } =
        Shape.ListOf(
            Object(
                "a port",
                [
                    new("name", AnyText),
                    new("mode", AnyText),
                    new("host_ip", AnyText),
                    new("target", Shape.Of(Text | Integer, ComposeLiterals.ContainerPort)),
                    new("published", Shape.Of(Text | Integer, ComposeLiterals.HostPorts)),
                    new("protocol", AnyText),
                    new("app_protocol", AnyText),
                ]
            ) with
            {
                Scalars = Text | Number,
                Check = ComposeLiterals.Port,
            }
        );

    public static Shape DependsOn { get; } =
        new("a dependency")
        {
            Items = AnyText,
            HasUniqueItems = true,
            AllowsName = IsName,
            Values = Object(
                "a dependency",
                [
                    new("condition", OneOf("service_started", "service_healthy", "service_completed_successfully")),
                    new("restart", ComposeShapes.Flag),
                    new("required", ComposeShapes.Flag),
                ]
            ) with
            {
                Required = ["condition"],
            },
        };

    public static Shape Healthcheck { get; } =
        Object(
            "a health check",
            [
                new("disable", ComposeShapes.Flag),
                new("interval", Duration),
                new("retries", Shape.Of(Text | Number, ComposeLiterals.Integer)),
                new("test", AnyText with { Items = AnyText }),
                new("timeout", Duration),
                new("start_period", Duration),
                new("start_interval", Duration),
            ]
        );

    public static Shape Networks { get; } =
        new("a network of a service")
        {
            Items = AnyText,
            HasUniqueItems = true,
            AllowsName = IsName,
            Values = Object(
                "a network of a service",
                [
                    new("aliases", UniqueStrings),
                    new("interface_name", AnyText),
                    new("ipv4_address", AnyText),
                    new("ipv6_address", AnyText),
                    new("link_local_ips", UniqueStrings),
                    new("mac_address", AnyText),
                    new("driver_opts", Options),
                    new("priority", Shape.Of(Number)),
                    new("gw_priority", Shape.Of(Number)),
                ]
            ) with
            {
                Scalars = Null,
            },
        };

    public static Shape Mounts { get; } =
        Shape.ListOf(
            Object(
                "a mount",
                [
                    new("type", OneOf("bind", "volume", "tmpfs", "cluster", "npipe", "image")),
                    new("source", AnyText),
                    new("target", AnyText),
                    new("read_only", ComposeShapes.Flag),
                    new("consistency", AnyText),
                    new(
                        "bind",
                        Object(
                            "bind options",
                            [
                                new("propagation", AnyText),
                                new("create_host_path", LooseFlag),
                                new("recursive", OneOf("enabled", "disabled", "writable", "readonly")),
                                new("selinux", OneOf("z", "Z")),
                            ]
                        )
                    ),
                    new(
                        "volume",
                        Object("volume options", [new("labels", Pairs), new("nocopy", ComposeShapes.Flag), new("subpath", AnyText)])
                    ),
                    new(
                        "tmpfs",
                        Object("tmpfs options", [new("size", Shape.Of(Text | Integer, ComposeLiterals.Size)), new("mode", StringOrNumber)])
                    ),
                    new("image", Object("image options", [new("subpath", AnyText)])),
                ]
            ) with
            {
                Scalars = Text,
                Check = ComposeLiterals.Mount,
                Required = ["type"],
            }
        );

    public static Shape HostDevices { get; } =
        Shape.ListOf(
            Object("a device", [new("source", AnyText), new("target", AnyText), new("permissions", AnyText)]) with
            {
                Scalars = Text,
                Required = ["source"],
            }
        );

    public static Shape Develop { get; } = Object("a develop section", [new("watch", Shape.ListOf(Watch()))]) with { Scalars = Null };

    public static Shape BlockIo { get; } =
        Object(
            "block device limits",
            [
                new("device_read_bps", Rates("rate")),
                new("device_read_iops", Rates("rate")),
                new("device_write_bps", Rates("rate")),
                new("device_write_iops", Rates("rate")),
                new("weight", StringOrInteger),
                new("weight_device", Rates("weight")),
            ],
            extensions: false
        );

    private static Shape Watch() =>
        Object(
            "a watch rule",
            [
                new("ignore", StringOrStrings),
                new("include", StringOrStrings),
                new("path", AnyText),
                new("action", OneOf("rebuild", "sync", "restart", "sync+restart", "sync+exec")),
                new("target", AnyText),
                new("exec", Hook with { Required = ["command"] }),
                new("initial_sync", ComposeShapes.Flag),
            ]
        ) with
        {
            Required = ["path", "action"],
        };

    private static Shape Rates(string key) =>
        Shape.ListOf(Object("a device limit", [new("path", AnyText), new(key, StringOrInteger)], extensions: false));
}

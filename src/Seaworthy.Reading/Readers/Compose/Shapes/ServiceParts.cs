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
        Object("an extends section", [("service", AnyText), ("file", AnyText)], extensions: false) with
        {
            Scalars = Text,
            Required = ["service"],
        };

    public static Shape Provider { get; } =
        Object("a provider", [("type", AnyText), ("options", Shape.MapOf(Shape.Anything))]) with
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
            Items = Object("an environment file", [("path", AnyText), ("format", AnyText), ("required", LooseFlag)], extensions: false) with
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
            Values = Object("a model of a service", [("endpoint_var", AnyText), ("model_var", AnyText)]) with { Scalars = Null },
        };

    public static Shape Ports { get; } =
        Shape.ListOf(
            Object(
                "a port",
                [
                    ("name", AnyText),
                    ("mode", AnyText),
                    ("host_ip", AnyText),
                    ("target", Shape.Of(Text | Integer, ComposeLiterals.ContainerPort)),
                    ("published", Shape.Of(Text | Integer, ComposeLiterals.HostPorts)),
                    ("protocol", AnyText),
                    ("app_protocol", AnyText),
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
                    ("condition", OneOf("service_started", "service_healthy", "service_completed_successfully")),
                    ("restart", ComposeShapes.Flag),
                    ("required", ComposeShapes.Flag),
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
                ("disable", ComposeShapes.Flag),
                ("interval", Duration),
                ("retries", Shape.Of(Text | Number, ComposeLiterals.Integer)),
                ("test", AnyText with { Items = AnyText }),
                ("timeout", Duration),
                ("start_period", Duration),
                ("start_interval", Duration),
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
                    ("aliases", UniqueStrings),
                    ("interface_name", AnyText),
                    ("ipv4_address", AnyText),
                    ("ipv6_address", AnyText),
                    ("link_local_ips", UniqueStrings),
                    ("mac_address", AnyText),
                    ("driver_opts", Options),
                    ("priority", Shape.Of(Number)),
                    ("gw_priority", Shape.Of(Number)),
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
                    ("type", OneOf("bind", "volume", "tmpfs", "cluster", "npipe", "image")),
                    ("source", AnyText),
                    ("target", AnyText),
                    ("read_only", ComposeShapes.Flag),
                    ("consistency", AnyText),
                    (
                        "bind",
                        Object(
                            "bind options",
                            [
                                ("propagation", AnyText),
                                ("create_host_path", LooseFlag),
                                ("recursive", OneOf("enabled", "disabled", "writable", "readonly")),
                                ("selinux", OneOf("z", "Z")),
                            ]
                        )
                    ),
                    ("volume", Object("volume options", [("labels", Pairs), ("nocopy", ComposeShapes.Flag), ("subpath", AnyText)])),
                    (
                        "tmpfs",
                        Object("tmpfs options", [("size", Shape.Of(Text | Integer, ComposeLiterals.Size)), ("mode", StringOrNumber)])
                    ),
                    ("image", Object("image options", [("subpath", AnyText)])),
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
            Object("a device", [("source", AnyText), ("target", AnyText), ("permissions", AnyText)]) with
            {
                Scalars = Text,
                Required = ["source"],
            }
        );

    public static Shape Develop { get; } = Object("a develop section", [("watch", Shape.ListOf(Watch()))]) with { Scalars = Null };

    public static Shape BlockIo { get; } =
        Object(
            "block device limits",
            [
                ("device_read_bps", Rates("rate")),
                ("device_read_iops", Rates("rate")),
                ("device_write_bps", Rates("rate")),
                ("device_write_iops", Rates("rate")),
                ("weight", StringOrInteger),
                ("weight_device", Rates("weight")),
            ],
            extensions: false
        );

    private static Shape Watch() =>
        Object(
            "a watch rule",
            [
                ("ignore", StringOrStrings),
                ("include", StringOrStrings),
                ("path", AnyText),
                ("action", OneOf("rebuild", "sync", "restart", "sync+restart", "sync+exec")),
                ("target", AnyText),
                ("exec", Hook with { Required = ["command"] }),
                ("initial_sync", ComposeShapes.Flag),
            ]
        ) with
        {
            Required = ["path", "action"],
        };

    private static Shape Rates(string key) =>
        Shape.ListOf(Object("a device limit", [("path", AnyText), (key, StringOrInteger)], extensions: false));
}

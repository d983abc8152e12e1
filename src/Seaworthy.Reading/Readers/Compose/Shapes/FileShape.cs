using Seaworthy.Reading.Readers.Shapes;
using static Seaworthy.Reading.Readers.Compose.Shapes.ComposeShapes;
using static Seaworthy.Reading.Readers.Shapes.ScalarKinds;

namespace Seaworthy.Reading.Readers.Compose.Shapes;

/// <summary>The top level of a Compose file, with its networks, volumes, secrets and configs.</summary>
/// <remarks>Source: the JSON schema of the Compose specification.</remarks>
internal static class FileShape
{
    private static readonly Shape External = Object("an external resource", [new("name", AnyText)]) with
    {
        Scalars = ScalarKinds.Flag | Text,
        Check = ComposeLiterals.Flag,
    };

    private static readonly Shape Ipam = Object(
        "an address plan",
        [
            new("driver", AnyText),
            new(
                "config",
                Shape.ListOf(
                    Object(
                        "a subnet",
                        [
                            new("subnet", AnyText),
                            new("ip_range", AnyText),
                            new("gateway", AnyText),
                            new("aux_addresses", Shape.MapOf(AnyText)),
                        ]
                    )
                )
            ),
            new("options", Shape.MapOf(AnyText)),
        ]
    );

    private static readonly Shape Network = Object(
        "a network",
        [
            new("name", AnyText),
            new("driver", AnyText),
            new("driver_opts", Options),
            new("ipam", Ipam),
            new("external", External),
            new("internal", ComposeShapes.Flag),
            new("enable_ipv4", ComposeShapes.Flag),
            new("enable_ipv6", ComposeShapes.Flag),
            new("attachable", ComposeShapes.Flag),
            new("labels", Pairs),
        ]
    ) with
    {
        Scalars = Null,
    };

    private static readonly Shape Volume = Object(
        "a volume",
        [new("name", AnyText), new("driver", AnyText), new("driver_opts", Options), new("external", External), new("labels", Pairs)]
    ) with
    {
        Scalars = Null,
    };

    private static readonly Shape Secret = Object(
        "a secret",
        [
            new("name", AnyText),
            new("environment", AnyText),
            new("file", AnyText),
            new("external", External),
            new("labels", Pairs),
            new("driver", AnyText),
            new("driver_opts", Options),
            new("template_driver", AnyText),
        ]
    );

    private static readonly Shape Config = Object(
        "a config",
        [
            new("name", AnyText),
            new("content", AnyText),
            new("environment", AnyText),
            new("file", AnyText),
            new("external", External),
            new("labels", Pairs),
            new("template_driver", AnyText),
        ]
    );

    private static readonly Shape Include = Object(
        "an include",
        [new("path", StringOrStrings), new("env_file", StringOrStrings), new("project_directory", AnyText)],
        extensions: false
    ) with
    {
        Scalars = Text,
    };

    private static readonly Shape Model = Object(
        "a model",
        [new("name", AnyText), new("model", AnyText), new("context_size", Count), new("runtime_flags", Strings)]
    ) with
    {
        Required = ["model"],
    };

    public static Shape Whole { get; } =
        Object(
            "a Compose file",
            [
                new("version", AnyText),
                new("name", AnyText),
                new("include", Shape.ListOf(Include)),
                new("services", Named(ServiceShape.Whole, "a service")),
                new("models", Named(Model, "a model")),
                new("networks", Named(Network, "a network")),
                new("volumes", Named(Volume, "a volume")),
                new("secrets", Named(Secret, "a secret")),
                new("configs", Named(Config, "a config")),
            ]
        );

    private static Shape Named(Shape shape, string what) => Shape.MapOf(shape, what) with { AllowsName = IsName };
}

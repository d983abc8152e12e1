using Seaworthy.Reading.Readers.Shapes;
using static Seaworthy.Reading.Readers.Compose.Shapes.ComposeShapes;
using static Seaworthy.Reading.Readers.Shapes.ScalarKinds;

namespace Seaworthy.Reading.Readers.Compose.Shapes;

/// <summary>The top level of a Compose file, with its networks, volumes, secrets and configs.</summary>
/// <remarks>Source: the JSON schema of the Compose specification.</remarks>
internal static class FileShape
{
    private static readonly Shape External = Object("an external resource", [("name", AnyText)]) with
    {
        Scalars = ScalarKinds.Flag | Text,
        Check = ComposeLiterals.Flag,
    };

    private static readonly Shape Ipam = Object(
        "an address plan",
        [
            ("driver", AnyText),
            (
                "config",
                Shape.ListOf(
                    Object(
                        "a subnet",
                        [("subnet", AnyText), ("ip_range", AnyText), ("gateway", AnyText), ("aux_addresses", Shape.MapOf(AnyText))]
                    )
                )
            ),
            ("options", Shape.MapOf(AnyText)),
        ]
    );

    private static readonly Shape Network = Object(
        "a network",
        [
            ("name", AnyText),
            ("driver", AnyText),
            ("driver_opts", Options),
            ("ipam", Ipam),
            ("external", External),
            ("internal", ComposeShapes.Flag),
            ("enable_ipv4", ComposeShapes.Flag),
            ("enable_ipv6", ComposeShapes.Flag),
            ("attachable", ComposeShapes.Flag),
            ("labels", Pairs),
        ]
    ) with
    {
        Scalars = Null,
    };

    private static readonly Shape Volume = Object(
        "a volume",
        [("name", AnyText), ("driver", AnyText), ("driver_opts", Options), ("external", External), ("labels", Pairs)]
    ) with
    {
        Scalars = Null,
    };

    private static readonly Shape Secret = Object(
        "a secret",
        [
            ("name", AnyText),
            ("environment", AnyText),
            ("file", AnyText),
            ("external", External),
            ("labels", Pairs),
            ("driver", AnyText),
            ("driver_opts", Options),
            ("template_driver", AnyText),
        ]
    );

    private static readonly Shape Config = Object(
        "a config",
        [
            ("name", AnyText),
            ("content", AnyText),
            ("environment", AnyText),
            ("file", AnyText),
            ("external", External),
            ("labels", Pairs),
            ("template_driver", AnyText),
        ]
    );

    private static readonly Shape Include = Object(
        "an include",
        [("path", StringOrStrings), ("env_file", StringOrStrings), ("project_directory", AnyText)],
        extensions: false
    ) with
    {
        Scalars = Text,
    };

    private static readonly Shape Model = Object(
        "a model",
        [("name", AnyText), ("model", AnyText), ("context_size", Count), ("runtime_flags", Strings)]
    ) with
    {
        Required = ["model"],
    };

    public static Shape Whole { get; } =
        Object(
            "a Compose file",
            [
                ("version", AnyText),
                ("name", AnyText),
                ("include", Shape.ListOf(Include)),
                ("services", Named(ServiceShape.Whole, "a service")),
                ("models", Named(Model, "a model")),
                ("networks", Named(Network, "a network")),
                ("volumes", Named(Volume, "a volume")),
                ("secrets", Named(Secret, "a secret")),
                ("configs", Named(Config, "a config")),
            ]
        );

    private static Shape Named(Shape shape, string what) => Shape.MapOf(shape, what) with { AllowsName = IsName };
}

using Seaworthy.Reading.Readers.Shapes;
using static Seaworthy.Reading.Readers.Compose.Shapes.ComposeShapes;
using static Seaworthy.Reading.Readers.Shapes.ScalarKinds;

namespace Seaworthy.Reading.Readers.Compose.Shapes;

/// <summary>The <c>deploy</c> of a service.</summary>
/// <remarks>Source: the JSON schema of the Compose specification, "deployment".</remarks>
internal static class DeployShape
{
    private static readonly Shape Update = Object(
        "an update",
        [
            ("parallelism", Count),
            ("delay", Duration),
            ("failure_action", AnyText),
            ("monitor", Duration),
            ("max_failure_ratio", Fractional),
            ("order", OneOf("start-first", "stop-first")),
        ]
    );

    private static readonly Shape Limits = Object(
        "limits of resources",
        [("cpus", Fractional), ("memory", Shape.Of(Text, ComposeLiterals.Size)), ("pids", StringOrInteger)]
    );

    private static readonly Shape Reservations = Object(
        "reservations of resources",
        [
            ("cpus", Fractional),
            ("memory", Shape.Of(Text, ComposeLiterals.Size)),
            (
                "generic_resources",
                Shape.ListOf(
                    Object("a resource", [("discrete_resource_spec", Object("a resource", [("kind", AnyText), ("value", StringOrNumber)]))])
                )
            ),
            ("devices", Shape.ListOf((Devices.Items ?? Shape.Anything) with { Required = ["capabilities"] })),
        ]
    );

    public static Shape Whole { get; } =
        Object(
            "a deploy section",
            [
                ("mode", AnyText),
                ("endpoint_mode", AnyText),
                ("replicas", Count),
                ("labels", Pairs),
                ("rollback_config", Update),
                ("update_config", Update),
                ("resources", Object("resources", [("limits", Limits), ("reservations", Reservations)])),
                (
                    "restart_policy",
                    Object("a restart policy", [("condition", AnyText), ("delay", Duration), ("max_attempts", Count), ("window", Duration)])
                ),
                (
                    "placement",
                    Object(
                        "a placement",
                        [
                            ("constraints", Strings),
                            ("preferences", Shape.ListOf(Object("a preference", [("spread", AnyText)]))),
                            ("max_replicas_per_node", Count),
                        ]
                    )
                ),
            ]
        ) with
        {
            Scalars = Null,
        };
}

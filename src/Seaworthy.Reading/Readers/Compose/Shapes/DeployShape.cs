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
            new("parallelism", Count),
            new("delay", Duration),
            new("failure_action", AnyText),
            new("monitor", Duration),
            new("max_failure_ratio", Fractional),
            new("order", OneOf("start-first", "stop-first")),
        ]
    );

    private static readonly Shape Limits = Object(
        "resource limits",
        [new("cpus", Fractional), new("memory", Shape.Of(Text, ComposeLiterals.Size)), new("pids", StringOrInteger)]
    );

    private static readonly Shape Reservations = Object(
        "resource reservations",
        [
            new("cpus", Fractional),
            new("memory", Shape.Of(Text, ComposeLiterals.Size)),
            new(
                "generic_resources",
                Shape.ListOf(
                    Object(
                        "a resource",
                        [new("discrete_resource_spec", Object("a resource", [new("kind", AnyText), new("value", StringOrNumber)]))]
                    )
                )
            ),
            new("devices", Shape.ListOf((Devices.Items ?? Shape.Anything) with { Required = ["capabilities"] })),
        ]
    );

    public static Shape Whole { get; } =
        Object(
            "a deploy section",
            [
                new("mode", AnyText),
                new("endpoint_mode", AnyText),
                new("replicas", Count),
                new("labels", Pairs),
                new("rollback_config", Update),
                new("update_config", Update),
                new("resources", Object("resources", [new("limits", Limits), new("reservations", Reservations)])),
                new(
                    "restart_policy",
                    Object(
                        "a restart policy",
                        [new("condition", AnyText), new("delay", Duration), new("max_attempts", Count), new("window", Duration)]
                    )
                ),
                new(
                    "placement",
                    Object(
                        "a placement",
                        [
                            new("constraints", Strings),
                            new("preferences", Shape.ListOf(Object("a preference", [new("spread", AnyText)]))),
                            new("max_replicas_per_node", Count),
                        ]
                    )
                ),
            ]
        ) with
        {
            Scalars = Null,
        };
}

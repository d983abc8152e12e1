using Seaworthy.Reading.Readers.Shapes;
using static Seaworthy.Reading.Readers.Compose.Shapes.ComposeShapes;
using static Seaworthy.Reading.Readers.Shapes.ScalarKinds;

namespace Seaworthy.Reading.Readers.Compose.Shapes;

/// <summary>The <c>build</c> of a service.</summary>
/// <remarks>Source: the JSON schema of the Compose specification, "build".</remarks>
internal static class BuildShape
{
    public static Shape Whole { get; } =
        Object(
            "a build",
            [
                ("context", AnyText),
                ("dockerfile", AnyText),
                ("dockerfile_inline", AnyText),
                ("entitlements", Strings),
                ("args", Pairs),
                ("ssh", Pairs),
                ("labels", Pairs),
                ("cache_from", Strings),
                ("cache_to", Strings),
                ("no_cache", LooseFlag),
                ("no_cache_filter", StringOrStrings),
                ("additional_contexts", Pairs),
                ("network", AnyText),
                ("provenance", LooseFlag),
                ("sbom", LooseFlag),
                ("pull", LooseFlag),
                ("target", AnyText),
                ("shm_size", Shape.Of(Text | Integer, ComposeLiterals.Size)),
                ("extra_hosts", ExtraHosts),
                ("isolation", AnyText),
                ("privileged", LooseFlag),
                ("secrets", Grants),
                ("tags", Strings),
                ("ulimits", Ulimits),
                ("platforms", Strings),
            ]
        ) with
        {
            Scalars = Text,
        };
}

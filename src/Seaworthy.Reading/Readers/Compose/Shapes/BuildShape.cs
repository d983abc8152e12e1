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
                new("context", AnyText),
                new("dockerfile", AnyText),
                new("dockerfile_inline", AnyText),
                new("entitlements", Strings),
                new("args", Pairs),
                new("ssh", Pairs),
                new("labels", Pairs),
                new("cache_from", Strings),
                new("cache_to", Strings),
                new("no_cache", LooseFlag),
                new("no_cache_filter", StringOrStrings),
                new("additional_contexts", Pairs),
                new("network", AnyText),
                new("provenance", LooseFlag),
                new("sbom", LooseFlag),
                new("pull", LooseFlag),
                new("target", AnyText),
                new("shm_size", Shape.Of(Text | Integer, ComposeLiterals.Size)),
                new("extra_hosts", ExtraHosts),
                new("isolation", AnyText),
                new("privileged", LooseFlag),
                new("secrets", Grants),
                new("tags", Strings),
                new("ulimits", Ulimits),
                new("platforms", Strings),
            ]
        ) with
        {
            Scalars = Text,
        };
}

using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Compose;

/// <summary>A secret or config that a service (or a build) may read.</summary>
/// <param name="Source">The name at the top level.</param>
public sealed record ComposeGrant(Fact<string> Source, SourceSpan Span)
{
    /// <summary>The path in the container; by default <c>/run/secrets/NAME</c> for a secret and <c>/NAME</c> for a config.</summary>
    public Template? Target { get; init; }

    public Template? Mode { get; init; }
}

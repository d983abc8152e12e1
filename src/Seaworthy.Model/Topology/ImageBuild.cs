using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>The builder of an image, and the build context.</summary>
/// <param name="Context">The context directory, from the repository's root; null when it is unknown or not a directory of this tree.</param>
/// <param name="Span">The declaration of the build; null for a Dockerfile that nothing here builds.</param>
public sealed record ImageBuild(string? Context, SourceSpan? Span)
{
    /// <summary>Who builds, in a few words: <c>compose service backend</c>, <c>ci.yml: docker</c>.</summary>
    public string Caller { get; init; } = "";

    /// <summary>Every place that builds it in just this way.</summary>
    public IReadOnlyList<SourceSpan> Places { get; init; } = [];

    /// <summary>The ignore file that decides what of the context is sent.</summary>
    public DockerIgnore? Ignore { get; init; }

    public Fact<string>? Target { get; init; }

    /// <summary>Build arguments passed; a null value is taken from the caller's environment.</summary>
    public IReadOnlyList<BuildArgument> Arguments { get; init; } = [];

    /// <summary>Named contexts given beside the main one, which <c>COPY --from</c> and <c>FROM</c> may name.</summary>
    public IReadOnlyList<string> ContextNames { get; init; } = [];

    /// <summary>The result is thrown away: the build is only tried, or fills the cache.</summary>
    public bool IsTrial { get; init; }

    /// <summary>For a Dockerfile without a caller: the contexts that would be usual (its own directory, its ancestors).</summary>
    public bool IsAssumed => Span is null;

    /// <summary>For a Dockerfile without a caller: a build of the repository that may be its, because what it builds is computed.</summary>
    public SourceSpan? MaybeBuiltBy { get; init; }

    /// <summary>Earlier steps may have put files into the context that the tree does not hold; what they are.</summary>
    public string? ContextMayHoldMoreBecause { get; init; }
}

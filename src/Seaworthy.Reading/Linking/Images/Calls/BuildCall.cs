using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Images.Calls;

/// <summary>Somebody builds a Dockerfile: who, where, and with what.</summary>
/// <param name="Dockerfile">From the repository's root; null when unknown.</param>
/// <param name="Context">From the repository's root; null when it is a URL, outside the tree, or computed.</param>
/// <param name="Caller">In a few words: <c>compose service backend</c>.</param>
internal sealed record BuildCall(string? Dockerfile, string? Context, string Caller, SourceSpan Span)
{
    /// <summary>As written, with its place, for the wires from caller to Dockerfile and context.</summary>
    public Fact<string>? WrittenDockerfile { get; init; }

    public Fact<string>? WrittenContext { get; init; }

    /// <summary>What the written context is relative to.</summary>
    public string BaseDirectory { get; init; } = "";

    /// <summary>What the written Dockerfile is relative to; null for the context.</summary>
    public string? DockerfileBase { get; init; }

    /// <summary>Named contexts given beside the main one, which <c>COPY --from</c> and <c>FROM</c> may name.</summary>
    public IReadOnlyList<string> ContextNames { get; init; } = [];

    public Fact<string>? Target { get; init; }

    /// <summary>What the image is called on the machine that builds it, as far as it is written out.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    public IReadOnlyList<BuildArgument> Arguments { get; init; } = [];

    /// <summary>The image is thrown away: the build is a check, or fills the cache.</summary>
    public bool IsTrial { get; init; }

    /// <summary>Why the context may hold files that a clone does not: earlier steps of the same job, or that it may be another directory.</summary>
    public string? ContextMayHoldMoreBecause { get; init; }

    /// <summary>Whatever comes into the context, no Dockerfile comes into a directory that the clone holds.</summary>
    public bool NoDockerfileIsMade { get; init; }

    /// <summary>The call stands under a condition, or its failure is swallowed.</summary>
    public bool IsConditional { get; init; }
}

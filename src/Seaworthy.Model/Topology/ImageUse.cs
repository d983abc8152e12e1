using Seaworthy.Model.Known;
using Seaworthy.Model.Known.Tags;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A file names an image that is pulled: the base of a Dockerfile, a compose service, a container of a pod, a service of a workflow.</summary>
/// <param name="Reference">After substitution.</param>
/// <param name="Subject">Who pulls it: <c>api/Dockerfile</c>, <c>redis in compose.yaml</c>.</param>
public sealed record ImageUse(ImageReference Reference, string Text, SourceSpan Span, string Subject)
{
    /// <summary>Every place the name came through.</summary>
    public IReadOnlyList<SourceSpan> Chain { get; init; } = [];

    /// <summary>Why no registry has it any more, or never had; null for an image that is there, or of which nothing is known.</summary>
    public MissingImage? Missing { get; init; }

    /// <summary>Its tag is known to have been published.</summary>
    public bool WasPublished { get; init; }

    /// <summary>Built upon, rather than run as it is.</summary>
    public bool IsBase { get; init; }

    /// <summary>Serves tests or development only.</summary>
    public bool IsForDevelopment { get; init; }

    /// <summary>Of a stage that does not end in an image.</summary>
    public bool IsBuildStage { get; init; }

    /// <summary>The variable in whose absence the tag is <c>latest</c>: <c>TAG</c> of <c>shop/api:${TAG:-latest}</c>. Null for another tag.</summary>
    public string? LatestWithout =>
        Span.Text is var text
        && text.IndexOf(":${", StringComparison.Ordinal) is >= 0 and var open
        && text.IndexOf(":-latest", open, StringComparison.Ordinal) is >= 0 and var end
        && text[(open + 3)..end] is { Length: > 0 } name
            ? name
            : null;
}

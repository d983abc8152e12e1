using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A step uses an image by a tag that ends with the full commit hash.</summary>
/// <param name="Job">The job of the step.</param>
/// <param name="Prefix">The text before the hash.</param>
/// <param name="IsPushed">Something in the repository makes such a tag.</param>
internal sealed record CommitTagUse(string Job, string Prefix, SourceSpan Span, bool IsPushed)
{
    /// <summary>Brings it to users; otherwise the step only looks at it.</summary>
    public bool IsDeployment { get; init; }

    /// <summary>The step may not run, or its failure is ignored.</summary>
    public bool IsConditional { get; init; }
}

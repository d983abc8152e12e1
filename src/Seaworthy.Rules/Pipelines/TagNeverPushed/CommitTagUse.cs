using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A step asks for an image by a tag that ends with the whole id of the commit.</summary>
/// <param name="Job">The job whose step it is.</param>
/// <param name="Prefix">What stands in front of the id.</param>
/// <param name="IsPushed">Something in the repository makes such a tag.</param>
internal sealed record CommitTagUse(string Job, string Prefix, SourceSpan Span, bool IsPushed)
{
    /// <summary>Brings it to users; otherwise the step only looks at it.</summary>
    public bool IsDeployment { get; init; }

    /// <summary>The step may not run, or its failure is swallowed.</summary>
    public bool IsConditional { get; init; }
}

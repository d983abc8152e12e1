using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A step uses all tags of an image as one name.</summary>
/// <param name="Job">The job of the step.</param>
/// <param name="By">The action or program that gets them.</param>
/// <param name="IsConditional">The step may not run, or its failure is ignored.</param>
internal sealed record JoinedTagsUse(string Job, string By, SourceSpan Span, bool IsConditional);

using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A step puts all tags of an image where one name belongs.</summary>
/// <param name="Job">The job whose step it is.</param>
/// <param name="By">The action or program that gets them.</param>
/// <param name="IsConditional">The step may not run, or its failure is swallowed.</param>
internal sealed record JoinedTagsUse(string Job, string By, SourceSpan Span, bool IsConditional);

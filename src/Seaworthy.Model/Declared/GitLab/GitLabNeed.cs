using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.GitLab;

/// <summary>A job that must end before.</summary>
/// <param name="IsForeign">A job of another pipeline or project.</param>
public sealed record GitLabNeed(string Job, bool IsOptional, bool IsForeign, SourceSpan Span);

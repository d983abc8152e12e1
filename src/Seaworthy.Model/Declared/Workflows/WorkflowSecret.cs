using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Workflows;

/// <summary>A secret that a reusable workflow declares.</summary>
public sealed record WorkflowSecret(string Name, bool IsRequired, SourceSpan Span);

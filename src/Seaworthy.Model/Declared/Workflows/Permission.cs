using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Workflows;

/// <summary>One scope with its access: <c>read</c>, <c>write</c> or <c>none</c>.</summary>
public sealed record Permission(string Scope, string Access, SourceSpan Span);

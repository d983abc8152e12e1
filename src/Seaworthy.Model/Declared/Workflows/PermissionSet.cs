using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Workflows;

/// <summary>The <c>permissions</c> of a workflow or job.</summary>
/// <param name="All"><c>read-all</c> or <c>write-all</c> when written so.</param>
public sealed record PermissionSet(Fact<string>? All, IReadOnlyList<Permission> Scopes, SourceSpan Span);

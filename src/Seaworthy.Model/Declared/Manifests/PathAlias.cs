using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Manifests;

/// <summary>An import pattern and the paths tried for it, with at most one <c>*</c> in each.</summary>
public sealed record PathAlias(string Pattern, IReadOnlyList<Fact<string>> Targets, SourceSpan Span);

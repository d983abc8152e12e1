using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Git;

/// <summary>One line of a .gitattributes: a pattern, and the attributes it sets.</summary>
/// <param name="Pattern">As in an ignore file, without <c>!</c>; macros (<c>[attr]</c>) are left out.</param>
/// <param name="Attributes">As written: <c>text</c>, <c>-text</c>, <c>!eol</c>, <c>eol=lf</c>.</param>
public sealed record AttributeLine(string Pattern, IReadOnlyList<string> Attributes, SourceSpan Span);

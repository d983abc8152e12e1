using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Compose;

/// <summary>A <c>!reset</c> or <c>!override</c> tag: the value of the files before is dropped; an override puts its own in place.</summary>
/// <param name="Path">The keys that lead to it from the top, such as <c>services</c>, <c>web</c>, <c>ports</c>.</param>
/// <remarks>Source: the Compose specification, "Merge", "Reset value" and "Replace value".</remarks>
public sealed record ComposeMergeMark(IReadOnlyList<string> Path, bool IsReset, SourceSpan Span);

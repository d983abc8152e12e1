using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Documents;

/// <summary>A heading of a document.</summary>
/// <param name="Level">1 for the outermost.</param>
public sealed record DocumentHeading(int Level, string Text, SourceSpan Span);

using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Make;

/// <summary><c>NAME = value</c>, unexpanded.</summary>
/// <param name="IsUncertain">Stands in a conditional or holds for one target only.</param>
internal sealed record MakeVariable(string Name, string Operator, string Value, bool IsUncertain, SourceSpan Span);

using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Migrations;

/// <summary>A migration in Drizzle's journal.</summary>
/// <param name="Tag">The name of the file, without <c>.sql</c>.</param>
/// <param name="When">Milliseconds since 1970.</param>
/// <param name="Span">The value of <c>when</c>.</param>
public sealed record DrizzleEntry(string Tag, long When, SourceSpan Span);

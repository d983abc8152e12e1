using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Migrations;

/// <summary>An operation of a migration that asks for care.</summary>
/// <param name="Table">The table, as written without quotes; null when it is not a literal.</param>
/// <param name="Target">The column, index or new name concerned.</param>
public sealed record RiskyOperation(RiskyOperationKind Kind, string? Table, string? Target, SourceSpan Span);

using Seaworthy.Model.Declared.Migrations;

namespace Seaworthy.Reading.Readers.Migrations.Sql;

/// <summary>An action of an <c>ALTER TABLE</c>, and the column or the table that it names.</summary>
internal sealed record SqlTableChange(RiskyOperationKind Kind, string? Target);

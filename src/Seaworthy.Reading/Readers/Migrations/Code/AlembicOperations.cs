using Seaworthy.Model.Declared.Migrations;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Readers.Migrations.Code;

/// <summary>The operations of Alembic's <c>op</c>, and of <c>batch_op</c>, whose table stands in the <c>with</c> above.</summary>
/// <remarks>Source: Alembic documentation, "Operation Reference".</remarks>
internal static class AlembicOperations
{
    private static readonly MigrationCall[] Plain =
    [
        new("create_table", null, 0, "table_name"),
        new("drop_table", RiskyOperationKind.DropTable, 0, "table_name"),
        new("drop_column", RiskyOperationKind.DropColumn, 0, "table_name", 1, "column_name"),
        new("rename_table", RiskyOperationKind.RenameTable, 0, "old_table_name", 1, "new_table_name"),
    ];

    public static void Read(TokenRange body, SchemaCalls schema, CodeSyntax syntax)
    {
        string? batchTable = null;
        foreach (var call in schema.In(body))
        {
            if (call.Name == "batch_alter_table")
            {
                batchTable = schema.Text(call, 0, "table_name");
            }
            else if (call.Owner == "op")
            {
                Operation(call, schema, syntax);
            }
            else if (call.Owner.EndsWith("batch_op", StringComparison.Ordinal))
            {
                Batch(call, batchTable, schema, syntax);
            }
        }
    }

    private static void Operation(CodeCall call, SchemaCalls schema, CodeSyntax syntax)
    {
        var span = syntax.Span(call.Whole);
        var table = schema.Text(call, 0, "table_name");
        switch (call.Name)
        {
            case "execute":
                schema.Sql(call.Positional(0));
                break;
            case "add_column" when IsRequired(call.Positional(1) ?? call.Named("column"), schema, out var column):
                schema.Report(RiskyOperationKind.AddRequiredColumnWithoutDefault, table, column, span);
                break;
            case "alter_column" when Altered(call, schema) is { } kind:
                schema.Report(kind, table, schema.Text(call, 1, "column_name"), span);
                break;
            case "create_index" when schema.Word(call.Named("postgresql_concurrently")) != "True":
                schema.Report(
                    RiskyOperationKind.CreateIndexInPlace,
                    schema.Text(call, 1, "table_name"),
                    schema.Text(call, 0, "index_name"),
                    span
                );
                break;
            default:
                Plain.FirstOrDefault(known => known.Method == call.Name)?.Apply(call, schema, syntax);
                break;
        }
    }

    private static void Batch(CodeCall call, string? table, SchemaCalls schema, CodeSyntax syntax)
    {
        var span = syntax.Span(call.Whole);
        switch (call.Name)
        {
            case "drop_column":
                schema.Report(RiskyOperationKind.DropColumn, table, schema.Text(call, 0, "column_name"), span);
                break;
            case "add_column" when IsRequired(call.Positional(0) ?? call.Named("column"), schema, out var column):
                schema.Report(RiskyOperationKind.AddRequiredColumnWithoutDefault, table, column, span);
                break;
            case "alter_column" when Altered(call, schema) is { } kind:
                schema.Report(kind, table, schema.Text(call, 0, "column_name"), span);
                break;
            case "create_index" when schema.Word(call.Named("postgresql_concurrently")) != "True":
                schema.Report(RiskyOperationKind.CreateIndexInPlace, table, schema.Text(call, 0, "index_name"), span);
                break;
            default:
                break;
        }
    }

    private static bool IsRequired(CodeArgument? column, SchemaCalls schema, out string? name)
    {
        var definition = schema.CallAt(column);
        name = schema.Text(definition?.Positional(0));
        return definition is { Name: "Column" }
            && schema.Word(definition.Named("nullable")) == "False"
            && definition.Named("server_default") is null;
    }

    private static RiskyOperationKind? Altered(CodeCall call, SchemaCalls schema) =>
        call.Named("new_column_name") is not null ? RiskyOperationKind.RenameColumn
        : schema.Word(call.Named("nullable")) == "False" ? RiskyOperationKind.SetNotNull
        : call.Named("type_") is not null ? RiskyOperationKind.ChangeColumnType
        : null;
}

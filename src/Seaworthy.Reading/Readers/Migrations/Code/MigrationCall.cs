using Seaworthy.Model.Declared.Migrations;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Readers.Migrations.Code;

/// <summary>A method of a tool's schema API and which of its arguments name the table and the target.</summary>
/// <param name="Kind">Null for the method that creates a table.</param>
internal sealed record MigrationCall(
    string Method,
    RiskyOperationKind? Kind,
    int Table,
    string TableName,
    int Target = -1,
    string TargetName = ""
)
{
    public void Apply(CodeCall call, SchemaCalls schema, CodeSyntax syntax)
    {
        var table = Table < 0 ? null : schema.Text(call, Table, TableName);
        if (Kind is { } kind)
        {
            schema.Report(kind, table, Target < 0 ? null : schema.Text(call, Target, TargetName), syntax.Span(call.Whole));
        }
        else
        {
            schema.Create(table, syntax.Trees.Span(call.First).To(syntax.Trees.Span(call.Open)));
        }
    }
}

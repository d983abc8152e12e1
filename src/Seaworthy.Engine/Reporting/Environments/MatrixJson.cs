using System.Text.Json;
using Seaworthy.Engine.Environments;

namespace Seaworthy.Engine.Reporting.Environments;

/// <summary>The environment matrix as JSON, described by <c>docs/matrix.schema.json</c>.</summary>
public static class MatrixJson
{
    public const string Schema = "seaworthy-matrix/1";

    public static void Write(IReadOnlyList<EnvironmentMatrix> matrices, Stream output)
    {
        using Utf8JsonWriter json = new(output, JsonWriting.Options);
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        JsonReport.WriteTool(json);
        json.WriteObjects("matrices", matrices, WriteMatrix);
        json.WriteEndObject();
    }

    private static void WriteMatrix(Utf8JsonWriter json, EnvironmentMatrix matrix)
    {
        json.WriteString("name", Quote.Text(matrix.Name));
        json.WriteObjects("environments", matrix.Columns, WriteColumn);
        json.WriteObjects(
            "services",
            matrix.Services,
            (_, service) =>
            {
                json.WriteString("name", Quote.Text(service.Name));
                json.WriteObjects("rows", service.Rows, (_, row) => WriteRow(json, row, matrix));
            }
        );
    }

    private static void WriteColumn(Utf8JsonWriter json, MatrixColumn column)
    {
        json.WriteString("name", Quote.Text(column.Name));
        json.WriteString("purpose", Words.Of(column.Purpose));
        json.WriteStrings("targets", column.Targets.Select(target => target.Name));
        json.WriteObjects(
            "because",
            column.Because,
            (_, fact) =>
            {
                json.WriteString("text", fact.Value);
                json.WritePlace("at", fact.Span);
            }
        );
    }

    private static void WriteRow(Utf8JsonWriter json, MatrixRow row, EnvironmentMatrix matrix)
    {
        json.WriteString("aspect", Words.Of(row.Aspect));
        json.WriteOptional("name", row.Name.Length > 0 ? row.Name : null);
        json.WriteString("difference", Words.Of(row.Difference));
        json.WriteOptional("because", row.Because.Length > 0 ? row.Because : null);
        json.WritePlace("readAt", row.ReadAt);
        json.WriteObjects(
            "cells",
            matrix.Columns.Zip(row.Cells, (column, cell) => new { column, cell }),
            (_, pair) =>
            {
                json.WriteString("environment", Quote.Text(pair.column.Name));
                json.WriteOptional("text", pair.cell.Text);
                json.WritePlace("at", pair.cell.Place);
            }
        );
    }
}

using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Migrations;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Readers.Migrations.Code;

/// <summary>Reads Entity Framework Core migrations. The designer file beside each, and the model's snapshot, say nothing new.</summary>
/// <remarks>Source: Microsoft Learn, "EF Core Migrations Overview" and "Managing Migrations".</remarks>
internal sealed class EntityFrameworkReader : Reader
{
    private static readonly MigrationCall[] Operations =
    [
        new("CreateTable", null, 0, "name"),
        new("DropTable", RiskyOperationKind.DropTable, 0, "name"),
        new("DropColumn", RiskyOperationKind.DropColumn, 1, "table", 0, "name"),
        new("RenameTable", RiskyOperationKind.RenameTable, 0, "name", 2, "newName"),
        new("RenameColumn", RiskyOperationKind.RenameColumn, 1, "table", 0, "name"),
        new("CreateIndex", RiskyOperationKind.CreateIndexInPlace, 1, "table", 0, "name"),
    ];

    public override bool Accepts(string path) =>
        path.EndsWith(".cs", StringComparison.Ordinal)
        && Path.GetFileName(path) is [>= '0' and <= '9', ..]
        && !path.EndsWith(".Designer.cs", StringComparison.Ordinal);

    public override Artifact? Read(FileSyntax file)
    {
        if (!file.File.Text.Contains("MigrationBuilder", StringComparison.Ordinal))
        {
            return null;
        }

        var syntax = file.Code(Language.CSharp);
        var migration = syntax.Classes.FirstOrDefault(found => found.Bases.Any(known => known == "Migration"));
        if (migration is null)
        {
            return null;
        }

        SchemaCalls schema = new(syntax);
        var up = syntax.Functions.FirstOrDefault(function => function.Name == "Up");
        var down = syntax.Functions.FirstOrDefault(function => function.Name == "Down");
        foreach (var call in up is null ? [] : schema.In(up.Body))
        {
            Operation(call, schema, syntax);
        }

        var stem = Path.GetFileNameWithoutExtension(file.File.Name);
        return new MigrationFile(file.File, MigrationTool.EntityFramework, stem, file.File.Directory)
        {
            IdSpan = migration.Span,
            Title = migration.Name,
            IsEmpty = up is null || up.Body.IsEmpty,
            HasDown = down is { Body.IsEmpty: false },
            RiskyOperations = schema.Risky,
            CreatedTables = schema.Created,
        };
    }

    private static void Operation(CodeCall call, SchemaCalls schema, CodeSyntax syntax)
    {
        var span = syntax.Span(call.Whole);
        switch (call.Name)
        {
            case "Sql":
                schema.Sql(call.Positional(0) ?? call.Named("sql"));
                break;
            case "AddColumn"
                when schema.Word(call.Named("nullable")) == "false"
                    && call.Named("defaultValue") is null
                    && call.Named("defaultValueSql") is null:
                schema.Report(
                    RiskyOperationKind.AddRequiredColumnWithoutDefault,
                    schema.Text(call, 1, "table"),
                    schema.Text(call, 0, "name"),
                    span
                );
                break;
            case "AlterColumn" when schema.Word(call.Named("nullable")) == "false" && schema.Word(call.Named("oldNullable")) == "true":
                schema.Report(RiskyOperationKind.SetNotNull, schema.Text(call, 1, "table"), schema.Text(call, 0, "name"), span);
                break;
            default:
                Operations.FirstOrDefault(known => known.Method == call.Name)?.Apply(call, schema, syntax);
                break;
        }
    }
}

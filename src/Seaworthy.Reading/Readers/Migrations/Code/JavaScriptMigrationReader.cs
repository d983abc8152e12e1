using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Migrations;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Readers.Migrations.Code;

/// <summary>Reads migrations of Knex, TypeORM and Sequelize: a file with an <c>up</c> and a <c>down</c>.</summary>
/// <remarks>Source: the documentation of Knex ("Migrations"), TypeORM ("Migrations") and Sequelize ("Migrations").</remarks>
internal sealed class JavaScriptMigrationReader : Reader
{
    private static readonly string[] Endings = [".js", ".cjs", ".mjs", ".ts"];

    private static readonly MigrationCall[] Operations =
    [
        new("createTable", null, 0, ""),
        new("dropTable", RiskyOperationKind.DropTable, 0, ""),
        new("dropTableIfExists", RiskyOperationKind.DropTable, 0, ""),
        new("renameTable", RiskyOperationKind.RenameTable, 0, "", 1, ""),
        new("removeColumn", RiskyOperationKind.DropColumn, 0, "", 1, ""),
        new("addIndex", RiskyOperationKind.CreateIndexInPlace, 0, ""),
    ];

    public override bool Accepts(string path) =>
        Endings.Any(ending => path.EndsWith(ending, StringComparison.Ordinal))
        && (path.Contains("migration", StringComparison.OrdinalIgnoreCase) || path.Contains("/migrate/", StringComparison.Ordinal))
        && Path.GetFileName(path) is [>= '0' and <= '9', ..];

    public override Artifact? Read(FileSyntax file)
    {
        var text = file.File.Text;
        if (ToolOf(text) is not { } tool)
        {
            return null;
        }

        var syntax = file.Code(file.File.Name.EndsWith(".ts", StringComparison.Ordinal) ? Language.TypeScript : Language.JavaScript);
        var up = Function(syntax, "up");
        var down = Function(syntax, "down");
        if (up is null && down is null)
        {
            return null;
        }

        SchemaCalls schema = new(syntax);
        foreach (var call in up is null ? [] : schema.In(up.Body))
        {
            Operation(tool, call, schema, syntax);
        }

        var stem = Path.GetFileNameWithoutExtension(file.File.Name);
        var digits = stem.TakeWhile(char.IsAsciiDigit).Count();
        return new MigrationFile(file.File, tool, tool == MigrationTool.TypeOrm ? stem[..digits] : stem, file.File.Directory)
        {
            Title = stem[digits..].TrimStart('-', '_'),
            IsEmpty = up is null || up.Body.IsEmpty,
            HasDown = down is { Body.IsEmpty: false },
            RiskyOperations = schema.Risky,
            CreatedTables = schema.Created,
        };
    }

    private static MigrationTool? ToolOf(string text) =>
        text.Contains("MigrationInterface", StringComparison.Ordinal) ? MigrationTool.TypeOrm
        : text.Contains("queryInterface", StringComparison.Ordinal) ? MigrationTool.Sequelize
        : text.Contains("knex", StringComparison.OrdinalIgnoreCase) ? MigrationTool.Knex
        : null;

    private static CodeFunction? Function(CodeSyntax syntax, string name) =>
        syntax.Functions.FirstOrDefault(function => function.Name == name || function.Name.EndsWith("." + name, StringComparison.Ordinal));

    private static void Operation(MigrationTool tool, CodeCall call, SchemaCalls schema, CodeSyntax syntax)
    {
        var span = syntax.Span(call.Whole);
        switch (call.Name)
        {
            case "query" or "raw":
                schema.Sql(call.Positional(0));
                break;

            // Knex names the table in the call around; TypeORM and Sequelize give it first.
            case "dropColumn":
                schema.Report(
                    RiskyOperationKind.DropColumn,
                    tool == MigrationTool.Knex ? null : schema.Text(call, 0, ""),
                    schema.Text(call, tool == MigrationTool.Knex ? 0 : 1, ""),
                    span
                );
                break;
            case "renameColumn":
                schema.Report(
                    RiskyOperationKind.RenameColumn,
                    tool == MigrationTool.Knex ? null : schema.Text(call, 0, ""),
                    schema.Text(call, tool == MigrationTool.Knex ? 0 : 1, ""),
                    span
                );
                break;
            default:
                Operations.FirstOrDefault(known => known.Method == call.Name)?.Apply(call, schema, syntax);
                break;
        }
    }
}

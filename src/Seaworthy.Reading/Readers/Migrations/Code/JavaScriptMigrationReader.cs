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
            if (call.Name is "query" or "raw")
            {
                schema.Sql(call.Positional(0));
            }
            else if (call.Name == "createTable")
            {
                schema.Create(call, "");
            }
        }

        var stem = Path.GetFileNameWithoutExtension(file.File.Name);
        var digits = stem.TakeWhile(char.IsAsciiDigit).Count();
        return new MigrationFile(file.File, tool, tool == MigrationTool.TypeOrm ? stem[..digits] : stem, file.File.Directory)
        {
            Title = stem[digits..].TrimStart('-', '_'),
            IsEmpty = up is null || up.Body.IsEmpty,
            HasDown = down is { Body.IsEmpty: false },
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
}

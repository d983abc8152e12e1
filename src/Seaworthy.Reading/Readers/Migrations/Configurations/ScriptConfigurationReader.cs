using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Migrations;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Readers.Migrations.Configurations;

/// <summary>Reads where knexfile.js and drizzle.config.ts keep migrations, and which variables they read. Of an address that is computed only the variables are known.</summary>
/// <remarks>Source: Knex documentation, "knexfile.js"; Drizzle Kit documentation, "Configuration file".</remarks>
internal sealed class ScriptConfigurationReader : Reader
{
    public override bool Accepts(string path) => ToolOf(Path.GetFileName(path)) is not null;

    public override Artifact? Read(FileSyntax file)
    {
        if (ToolOf(file.File.Name) is not { } tool)
        {
            return null;
        }

        var syntax = file.Code(file.File.Name.EndsWith(".ts", StringComparison.Ordinal) ? Language.TypeScript : Language.JavaScript);
        var isKnex = tool == MigrationTool.Knex;
        return new MigrationConfiguration(file.File, tool)
        {
            Directory = Setting(syntax, isKnex ? "directory" : "out"),
            Provider = Setting(syntax, isKnex ? "client" : "dialect"),
            Url = Setting(syntax, isKnex ? "connection" : "url"),
        };
    }

    private static MigrationTool? ToolOf(string name) =>
        name.StartsWith("knexfile.", StringComparison.Ordinal) ? MigrationTool.Knex
        : name.StartsWith("drizzle.config.", StringComparison.Ordinal) ? MigrationTool.Drizzle
        : null;

    /// <summary>The first <c>key: "value"</c> of the file, at whatever depth.</summary>
    private static Fact<string>? Setting(CodeSyntax syntax, string key)
    {
        var trees = syntax.Trees;
        for (var at = 0; at + 2 < trees.Count; at++)
        {
            if (trees.Is(at, key) && trees.Is(at + 1, ":") && trees.IsKind(at + 2, TokenKind.String))
            {
                return new Fact<string>(Literals.Value(trees, at + 2), trees.Span(at + 2));
            }
        }

        return null;
    }
}

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
            UrlVariables = [.. Variables(syntax)],
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

    private static IEnumerable<Fact<string>> Variables(CodeSyntax syntax)
    {
        var trees = syntax.Trees;
        for (var at = 0; at + 4 < trees.Count; at++)
        {
            if (trees.Is(at, "process") && trees.Is(at + 2, "env") && trees.Is(at + 3, ".") && trees.IsName(at + 4))
            {
                yield return new Fact<string>(trees.Text(at + 4), trees.Span(new TokenRange(at, at + 5)));
            }
        }
    }
}

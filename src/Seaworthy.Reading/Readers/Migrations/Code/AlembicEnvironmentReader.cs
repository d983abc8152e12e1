using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Migrations;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Readers.Migrations.Code;

/// <summary>Reads which variables Alembic's env.py takes the database's address from.</summary>
internal sealed class AlembicEnvironmentReader : Reader
{
    private static readonly string[] Reads = ["os.getenv", "getenv", "os.environ.get", "environ.get", "config"];

    public override bool Accepts(string path) => Path.GetFileName(path) == "env.py";

    public override Artifact? Read(FileSyntax file)
    {
        if (!file.File.Text.Contains("alembic", StringComparison.Ordinal))
        {
            return null;
        }

        var syntax = file.Code(Language.Python);
        var calls = syntax.Calls.Where(call => call.Receiver is null && Reads.Contains(call.Path));
        var indexes = syntax.Indexes.Where(index => index.Path is "os.environ" or "environ");
        return new MigrationConfiguration(file.File, MigrationTool.Alembic)
        {
            UrlVariables = [.. calls.Concat(indexes).Select(read => Variable(syntax, read)).OfType<Fact<string>>().Where(IsAddress)],
        };
    }

    private static Fact<string>? Variable(CodeSyntax syntax, CodeCall read) =>
        read.Positional(0) is { Value.Count: 1 } argument && syntax.Trees.IsKind(argument.Value.First, TokenKind.String)
            ? new Fact<string>(Literals.Value(syntax.Trees, argument.Value.First), read.Span)
            : null;

    private static bool IsAddress(Fact<string> variable) =>
        variable.Value.Contains("URL", StringComparison.Ordinal)
        || variable.Value.Contains("URI", StringComparison.Ordinal)
        || variable.Value.Contains("DSN", StringComparison.Ordinal)
        || variable.Value.Contains("DATABASE", StringComparison.Ordinal)
        || variable.Value.StartsWith("DB_", StringComparison.Ordinal)
        || variable.Value.StartsWith("POSTGRES", StringComparison.Ordinal)
        || variable.Value.StartsWith("MYSQL", StringComparison.Ordinal);
}

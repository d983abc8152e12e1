using Seaworthy.Model;
using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Migrations;

/// <summary>The column in which Alembic keeps its place: env.py may make its table itself, and a migration or a script may alter it. A program that only reads the revision does neither.</summary>
/// <remarks>Source: Alembic documentation, "Cookbook"; <c>MigrationContext</c>, <c>version_table_impl</c>.</remarks>
internal static class VersionColumn
{
    private const string Name = "version_num";
    private const string Factory = "version_table_impl";
    private const int Before = 300;
    private const int After = 150;

    // Of a statement that says what the column is.
    private static readonly string[] Definitions = ["ALTER ", "alter_column", "CREATE TABLE", "Column(", "VARCHAR", "String(", "TYPE "];

    public static SourceSpan? Change(Deployment deployment) =>
        deployment
            .Artifacts.Where(artifact => artifact is not Document)
            .Select(artifact => Change(artifact.File))
            .FirstOrDefault(change => change is not null);

    private static SourceSpan? Change(SourceFile file)
    {
        var text = file.Text;
        if (text.IndexOf(Factory, StringComparison.Ordinal) is >= 0 and var made)
        {
            return new SourceSpan(file, made, Factory.Length);
        }

        for (
            var at = text.IndexOf(Name, StringComparison.Ordinal);
            at >= 0;
            at = text.IndexOf(Name, at + Name.Length, StringComparison.Ordinal)
        )
        {
            var around = text[Math.Max(0, at - Before)..Math.Min(text.Length, at + After)];
            if (Definitions.Any(word => around.Contains(word, StringComparison.OrdinalIgnoreCase)))
            {
                return new SourceSpan(file, at, Name.Length);
            }
        }

        return null;
    }
}

using Seaworthy.Model.Declared.Migrations;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Readers.Migrations.Code;

/// <summary>Reads Rails and Laravel migrations by their path; their text shows whether they can be undone.</summary>
/// <remarks>Source: Ruby on Rails Guides, "Active Record Migrations"; Laravel documentation, "Database: Migrations".</remarks>
internal sealed class StampedMigrationReader : Reader
{
    private const int StampLength = 10;

    public override bool Accepts(string path) =>
        (IsIn(path, "db/migrate/") && path.EndsWith(".rb", StringComparison.Ordinal))
        || (IsIn(path, "database/migrations/") && path.EndsWith(".php", StringComparison.Ordinal));

    public override Artifact? Read(FileSyntax file)
    {
        var isRails = file.File.Name.EndsWith(".rb", StringComparison.Ordinal);
        var stem = Path.GetFileNameWithoutExtension(file.File.Name);
        var digits = stem.TakeWhile(letter => char.IsAsciiDigit(letter) || letter == '_').Count();
        if (digits < StampLength)
        {
            return null;
        }

        var down = isRails ? "def down" : "function down";
        // The way down stands behind the way up by everybody's habit; a Rails "change" undoes itself.
        return new MigrationFile(
            file.File,
            isRails ? MigrationTool.Rails : MigrationTool.Laravel,
            stem[..digits].TrimEnd('_'),
            file.File.Directory
        )
        {
            Title = stem[digits..],
            HasDown =
                file.File.Text.Contains(down, StringComparison.Ordinal) || file.File.Text.Contains("def change", StringComparison.Ordinal),
        };
    }

    private static bool IsIn(string path, string directory) =>
        path.StartsWith(directory, StringComparison.Ordinal) || path.Contains("/" + directory, StringComparison.Ordinal);
}

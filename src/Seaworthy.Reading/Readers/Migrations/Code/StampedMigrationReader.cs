using Seaworthy.Model.Declared.Migrations;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Lines;

namespace Seaworthy.Reading.Readers.Migrations.Code;

/// <summary>Reads Rails and Laravel migrations by their path, and by the words on their lines whether they do and undo anything.</summary>
/// <remarks>Source: Ruby on Rails Guides, "Active Record Migrations"; Laravel documentation, "Database: Migrations".</remarks>
internal sealed class StampedMigrationReader : Reader
{
    private const int StampLength = 10;

    private static readonly RiskyWord[] Rails =
    [
        new("drop_table", RiskyOperationKind.DropTable),
        new("remove_column", RiskyOperationKind.DropColumn),
        new("rename_table", RiskyOperationKind.RenameTable),
        new("rename_column", RiskyOperationKind.RenameColumn),
        new("change_column_null", RiskyOperationKind.SetNotNull),
        new("change_column", RiskyOperationKind.ChangeColumnType),
    ];

    private static readonly RiskyWord[] Laravel =
    [
        new("Schema::dropIfExists", RiskyOperationKind.DropTable),
        new("Schema::drop", RiskyOperationKind.DropTable),
        new("Schema::rename", RiskyOperationKind.RenameTable),
        new("->dropColumn", RiskyOperationKind.DropColumn),
        new("->renameColumn", RiskyOperationKind.RenameColumn),
    ];

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
        List<RiskyOperation> risky = [];
        var inUp = true;
        foreach (var line in SourceLine.Of(file.File))
        {
            // The way down stands behind the way up by everybody's habit; a Rails "change" undoes itself.
            inUp &= !line.Text.Contains(down, StringComparison.Ordinal);
            if (
                inUp
                && (isRails ? Rails : Laravel).FirstOrDefault(known => line.Text.Contains(known.Word, StringComparison.Ordinal))
                    is { } operation
            )
            {
                risky.Add(new RiskyOperation(operation.Kind, null, null, line.Span));
            }
        }

        return new MigrationFile(
            file.File,
            isRails ? MigrationTool.Rails : MigrationTool.Laravel,
            stem[..digits].TrimEnd('_'),
            file.File.Directory
        )
        {
            Title = stem[digits..],
            HasDown = !inUp || file.File.Text.Contains("def change", StringComparison.Ordinal),
            RiskyOperations = risky,
        };
    }

    private static bool IsIn(string path, string directory) =>
        path.StartsWith(directory, StringComparison.Ordinal) || path.Contains("/" + directory, StringComparison.Ordinal);

    private sealed record RiskyWord(string Word, RiskyOperationKind Kind);
}

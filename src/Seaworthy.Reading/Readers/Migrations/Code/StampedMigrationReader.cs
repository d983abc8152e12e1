using Seaworthy.Model.Declared.Migrations;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Readers.Migrations.Code;

/// <summary>Reads the migrations of Rails, Laravel and Ecto by their path; their text shows whether they can be undone.</summary>
/// <remarks>Source: Ruby on Rails Guides, "Active Record Migrations"; Laravel documentation, "Database: Migrations"; Ecto SQL, "Ecto.Migration".</remarks>
internal sealed class StampedMigrationReader : Reader
{
    private const int StampLength = 10;
    private const int LongestExpression = 60;

    public override bool Accepts(string path) =>
        (IsIn(path, "db/migrate/") && path.EndsWith(".rb", StringComparison.Ordinal))
        || (IsIn(path, "database/migrations/") && path.EndsWith(".php", StringComparison.Ordinal))
        || (
            IsIn(path, "priv/")
            && path.Contains("/migrations/", StringComparison.Ordinal)
            && path.EndsWith(".exs", StringComparison.Ordinal)
        );

    public override Artifact? Read(FileSyntax file)
    {
        var tool = Path.GetExtension(file.File.Name) switch
        {
            ".rb" => MigrationTool.Rails,
            ".exs" => MigrationTool.Ecto,
            _ => MigrationTool.Laravel,
        };
        var stem = Path.GetFileNameWithoutExtension(file.File.Name);
        var digits = stem.TakeWhile(letter => char.IsAsciiDigit(letter) || letter == '_').Count();
        if (digits < StampLength)
        {
            return null;
        }

        var creating = tool switch
        {
            MigrationTool.Rails => "create_table",
            MigrationTool.Ecto => "create table",
            _ => "create",
        };
        var tables = CreatedTables(file.File, creating).ToList();
        var down = tool == MigrationTool.Laravel ? "function down" : "def down";
        // The way down stands behind the way up by everybody's habit; a Rails "change" undoes itself.
        return new MigrationFile(file.File, tool, stem[..digits].TrimEnd('_'), file.File.Directory)
        {
            Title = stem[digits..],
            CreatedTables = [.. tables.Where(table => table.Value.Length > 0)],
            OtherNames = [.. tables.Where(table => table.Value.Length == 0).Select(table => table.Span.Text)],
            HasDown =
                file.File.Text.Contains(down, StringComparison.Ordinal) || file.File.Text.Contains("def change", StringComparison.Ordinal),
        };
    }

    /// <summary>
    /// <c>Schema::create('jobs', …)</c>, <c>create_table :jobs</c>; without a name where it is computed, and the place then holds what computes it.
    /// </summary>
    private static IEnumerable<Fact<string>> CreatedTables(SourceFile file, string call)
    {
        var text = file.Text;
        for (
            var at = text.IndexOf(call, StringComparison.Ordinal);
            at >= 0;
            at = text.IndexOf(call, at + call.Length, StringComparison.Ordinal)
        )
        {
            var from = at + call.Length;
            while (from < text.Length && text[from] is ' ' or '(' or '\n' or '\r' or '\t')
            {
                from++;
            }

            // A longer word begins with the same letters, or the call has no argument.
            if (from == at + call.Length || from >= text.Length || (at > 0 && text[at - 1] is not (':' or '>' or ' ' or '\t' or '\n')))
            {
                continue;
            }

            var start = text[from] is '\'' or '"' or ':' ? from + 1 : from;
            var end = start;
            while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '_' or '.'))
            {
                end++;
            }

            yield return start > from && end > start
                ? new Fact<string>(text[start..end], new SourceSpan(file, start, end - start))
                : new Fact<string>("", new SourceSpan(file, from, Math.Min(LongestExpression, text.Length - from)));
        }
    }

    private static bool IsIn(string path, string directory) =>
        path.StartsWith(directory, StringComparison.Ordinal) || path.Contains("/" + directory, StringComparison.Ordinal);
}

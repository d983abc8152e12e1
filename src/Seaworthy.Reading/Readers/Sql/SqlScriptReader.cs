using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Declared.Sql;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Interpolation;
using Seaworthy.Reading.Formats.Sql;
using Seaworthy.Reading.Readers.Migrations.Sql;

namespace Seaworthy.Reading.Readers.Sql;

/// <summary>Reads scripts that make databases, users, extensions and tables, which data stores run when they start with an empty volume; and those that tell psql to stop at an error.</summary>
internal sealed class SqlScriptReader : Reader
{
    private const string Create = "CREATE ";

    private static readonly string[] Created = ["DATABASE", "USER", "ROLE", "SCHEMA", "EXTENSION", "TABLE", "UNLOGGED"];

    public override bool Accepts(string path) => path.EndsWith(".sql", StringComparison.OrdinalIgnoreCase);

    public override Artifact? Read(FileSyntax file)
    {
        var text = file.File.Text;
        var stops = text.Contains("ON_ERROR_STOP", StringComparison.Ordinal);
        if (!stops && !Creates(text))
        {
            return null;
        }

        var statements = SqlSplitter.Split(text);
        return new SqlScript(file.File)
        {
            StopsOnError = stops,
            EnvironmentHoles = [.. Holes(file.File, statements)],
            Tables = [.. SqlChangeReader.Read(MappedText.Of(file.File.Whole), statements).CreatedTables.Select(table => table.Value)],
            Databases =
            [
                .. statements
                    .SelectMany(statement => Parts(statement, text))
                    .Where(IsCreation)
                    .Select(creation => Database(file.File, creation)),
            ],
        };
    }

    // One pass: dumps have megabytes.
    private static bool Creates(string text)
    {
        for (
            var at = text.IndexOf(Create, StringComparison.OrdinalIgnoreCase);
            at >= 0;
            at = text.IndexOf(Create, at + Create.Length, StringComparison.OrdinalIgnoreCase)
        )
        {
            var what = at + Create.Length;
            if (Created.Any(word => string.Compare(text, what, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Those of statements; in a comment nobody reads them.</summary>
    private static IEnumerable<EnvironmentHole> Holes(SourceFile file, IReadOnlyList<SqlStatement> statements)
    {
        using var tokens = statements.SelectMany(statement => statement.Tokens).GetEnumerator();
        var isMore = tokens.MoveNext();
        foreach (var (name, hasDefault, start) in EnvironmentHoles.Find(file.Text))
        {
            while (isMore && tokens.Current.Start + tokens.Current.Length <= start)
            {
                isMore = tokens.MoveNext();
            }

            if (isMore && tokens.Current.Start <= start && !IsOfSpring(file.Text, start + name.Length + 2))
            {
                yield return new EnvironmentHole(name, hasDefault, "", new SourceSpan(file, start, name.Length + 3));
            }
        }
    }

    /// <summary><c>${DB_USER:admin}</c>: Spring fills that when it reads what the row holds; a shell's default begins with a sign of its own.</summary>
    private static bool IsOfSpring(string text, int end) =>
        text[end] == ':' && end + 1 < text.Length && text[end + 1] is not ('-' or '=' or '?' or '+');

    /// <summary><c>\gexec</c> and other commands of psql, each to the end of its line, end what stands before them as a semicolon does.</summary>
    private static IEnumerable<SqlStatement> Parts(SqlStatement statement, string text)
    {
        var from = 0;
        for (var at = 0; at < statement.Tokens.Count; at++)
        {
            if (statement.Tokens[at].IsSign('\\'))
            {
                if (at > from)
                {
                    yield return new SqlStatement([.. statement.Tokens.Skip(from).Take(at - from)]);
                }

                var end = text.IndexOf('\n', statement.Tokens[at].Start);
                from = at + 1;
                while (from < statement.Tokens.Count && (end < 0 || statement.Tokens[from].Start < end))
                {
                    from++;
                }

                at = from - 1;
            }
        }

        if (from < statement.Tokens.Count)
        {
            yield return new SqlStatement([.. statement.Tokens.Skip(from)]);
        }
    }

    /// <summary>Without <c>IF NOT EXISTS</c>.</summary>
    private static bool IsCreation(SqlStatement statement) =>
        statement.Has(0, "CREATE", "DATABASE") && statement.Tokens is [_, _, { IsName: true } name, ..] && !name.Is("IF");

    private static Fact<string> Database(SourceFile file, SqlStatement creation) =>
        new(creation.Tokens[2].Text, new SourceSpan(file, creation.Start, creation.Length));
}

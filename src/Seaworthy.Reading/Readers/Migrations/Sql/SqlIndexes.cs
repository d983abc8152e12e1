using Seaworthy.Model.Declared.Migrations;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Sql;

namespace Seaworthy.Reading.Readers.Migrations.Sql;

/// <summary>The indexes that statements create by name, and the names that statements may take away. Where the grammar is not certain, a name counts as taken away.</summary>
/// <remarks>Source: PostgreSQL 17 documentation, "CREATE INDEX", "ALTER TABLE"; MySQL 8.4 Reference Manual, "CREATE INDEX Statement".</remarks>
internal sealed class SqlIndexes(MappedText text)
{
    private static readonly HashSet<string> None = [];

    private readonly List<CreatedIndex> created = [];
    private readonly HashSet<string> dropped = new(StringComparer.Ordinal);

    public IReadOnlyList<CreatedIndex> Created => created;

    public IReadOnlySet<string> Dropped => dropped;

    /// <summary>A name as PostgreSQL keeps it.</summary>
    public static string Folded(SqlToken token) => token.Kind == SqlTokenKind.Word ? token.Text.ToLowerInvariant() : token.Text;

    /// <returns>The names that the statement may take away.</returns>
    public IReadOnlySet<string> Add(SqlStatement statement)
    {
        if (Index(statement) is { } index)
        {
            created.Add(index);
            return None;
        }

        var names = Names(statement).ToHashSet(StringComparer.Ordinal);
        if (names.Count > 0)
        {
            dropped.UnionWith(names);
            created.RemoveAll(index => names.Contains(index.Name) || names.Contains(index.Table));
        }

        return names;
    }

    /// <summary><c>CREATE [UNIQUE] INDEX [CONCURRENTLY] [IF NOT EXISTS] name ON [ONLY] table …</c></summary>
    private CreatedIndex? Index(SqlStatement statement)
    {
        var at = 1;
        while (statement.Has(at, "UNIQUE") || statement.Has(at, "FULLTEXT") || statement.Has(at, "SPATIAL"))
        {
            at++;
        }

        if (!statement.Has(0, "CREATE") || !statement.Has(at, "INDEX"))
        {
            return null;
        }

        at += statement.Has(at + 1, "CONCURRENTLY") ? 2 : 1;
        at += statement.Has(at, "IF", "NOT", "EXISTS") ? 3 : 0;
        var on = at + 1;
        if (at >= statement.Tokens.Count || !statement.Tokens[at].IsName || statement.Tokens[at].Is("ON"))
        {
            return null;
        }

        // MySQL: CREATE INDEX name USING BTREE ON table.
        on += statement.Has(on, "USING") ? 2 : 0;
        return statement.Has(on, "ON") && Last(statement, on + (statement.Has(on + 1, "ONLY") ? 2 : 1)) is { } table
            ? new CreatedIndex(Folded(statement.Tokens[at]), table, text.Span(statement.Start, statement.Length))
            : null;
    }

    /// <summary>The last part of a qualified name.</summary>
    private static string? Last(SqlStatement statement, int at)
    {
        while (at + 2 < statement.Tokens.Count && statement.Tokens[at + 1].IsSign('.'))
        {
            at += 2;
        }

        return at < statement.Tokens.Count && statement.Tokens[at].IsName ? Folded(statement.Tokens[at]) : null;
    }

    /// <summary>The names of a statement that drops or renames; of a block of code too, whatever it does with them.</summary>
    private static IEnumerable<string> Names(SqlStatement statement)
    {
        if (statement.Has(0, "DO"))
        {
            return statement
                .Tokens.Where(token => token.Kind == SqlTokenKind.String)
                .SelectMany(token => SqlSplitter.Split(token.Text))
                .SelectMany(inner => inner.Tokens)
                .SelectMany(token =>
                    token.Kind == SqlTokenKind.String ? SqlSplitter.Split(token.Text).SelectMany(each => each.Tokens) : [token]
                )
                .Where(token => token.IsName)
                .Select(Folded);
        }

        var isDrop =
            !statement.Has(0, "CREATE")
            && (
                statement.Contains("DROP", 0, statement.Tokens.Count)
                || statement.Contains("RENAME", 0, statement.Tokens.Count)
                || statement.Contains("USING", 0, statement.Tokens.Count) && statement.Contains("INDEX", 0, statement.Tokens.Count)
            );
        return isDrop ? statement.Tokens.Where(token => token.IsName).Select(Folded) : [];
    }
}

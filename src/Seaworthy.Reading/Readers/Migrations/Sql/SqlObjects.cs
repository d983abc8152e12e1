using Seaworthy.Model.Declared.Migrations;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Sql;

namespace Seaworthy.Reading.Readers.Migrations.Sql;

/// <summary>The tables and types that statements create. A file with control flow of its own, or with another schema or database by default, has none.</summary>
/// <remarks>Source: PostgreSQL 17 documentation, "CREATE TABLE", "CREATE TYPE".</remarks>
internal sealed class SqlObjects(MappedText text)
{
    private static readonly string[] TypeErrors = ["duplicate_object", "duplicate_table", "others"];

    private readonly List<CreatedObject> created = [];
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);
    private bool isUnclear;

    /// <summary>Those that no later statement of the file may take away.</summary>
    public IReadOnlyList<CreatedObject> Created => isUnclear ? [] : created;

    /// <param name="takenAway">The names that the statement may drop or rename.</param>
    public void Add(SqlStatement statement, IReadOnlySet<string> takenAway)
    {
        isUnclear |= IsControl(statement);
        if (takenAway.Count > 0)
        {
            taken.UnionWith(takenAway);
            created.RemoveAll(known => takenAway.Contains(LastOf(known.Name)));
        }

        if (statement.Has(0, "CREATE"))
        {
            Create(statement.Tokens, 0, isTolerant: false);
        }
        else if (statement.Has(0, "DO"))
        {
            Block(statement);
        }
    }

    /// <summary><c>DO $$ BEGIN CREATE TYPE …; EXCEPTION WHEN duplicate_object THEN NULL; END $$</c>, or the same under <c>IF NOT EXISTS</c>.</summary>
    private void Block(SqlStatement statement)
    {
        List<SqlToken> body =
        [
            .. statement
                .Tokens.Where(token => token.Kind == SqlTokenKind.String)
                .SelectMany(token => SqlSplitter.Split(token.Text))
                .SelectMany(inner => inner.Tokens),
        ];
        SqlStatement whole = new(body);
        if (!body.Exists(token => Array.Exists(TypeErrors, token.Is)) && !body.Where((_, at) => whole.Has(at, "IF", "NOT", "EXISTS")).Any())
        {
            return;
        }

        for (var at = 0; at < body.Count; at++)
        {
            if (body[at].Is("CREATE"))
            {
                Create(body, at, isTolerant: true, statement);
            }
        }
    }

    private void Create(IReadOnlyList<SqlToken> tokens, int start, bool isTolerant, SqlStatement? outer = null)
    {
        SqlStatement statement = new(tokens);
        var at = start + 1;
        var replaces = statement.Has(at, "OR", "REPLACE");
        at += replaces ? 2 : 0;
        at += statement.Has(at, "UNLOGGED") || statement.Has(at, "FOREIGN") ? 1 : 0;
        var kind =
            statement.Has(at, "TABLE") ? "table"
            : statement.Has(at, "TYPE") ? "type"
            : null;
        if (kind is null || statement.Has(at, "TYPE", "BODY"))
        {
            return;
        }

        var asks = statement.Has(at + 1, "IF", "NOT", "EXISTS");
        if (NameAt(statement, at + (asks ? 4 : 1)) is { } name)
        {
            var (from, length) = outer is { } block ? (block.Start, block.Length) : (statement.Start, statement.Length);
            created.Add(
                new CreatedObject(kind, name, text.Span(from, length))
                {
                    IsTolerant = isTolerant || asks || replaces || taken.Contains(LastOf(name)),
                }
            );
        }
    }

    private static string? NameAt(SqlStatement statement, int at)
    {
        if (at >= statement.Tokens.Count || !statement.Tokens[at].IsName)
        {
            return null;
        }

        List<string> parts = [SqlIndexes.Folded(statement.Tokens[at])];
        while (at + 2 < statement.Tokens.Count && statement.Tokens[at + 1].IsSign('.') && statement.Tokens[at + 2].IsName)
        {
            at += 2;
            parts.Add(SqlIndexes.Folded(statement.Tokens[at]));
        }

        return parts.Count == 2 && parts[0].ToUpperInvariant() is "PUBLIC" or "DBO" ? parts[1] : string.Join('.', parts);
    }

    private static string LastOf(string name) => name[(name.LastIndexOf('.') + 1)..];

    /// <summary>What follows may be under a condition, inside a procedure, or in another schema.</summary>
    private static bool IsControl(SqlStatement statement) =>
        statement.Has(0, "IF")
        || statement.Has(0, "USE")
        || statement.Has(0, "DELIMITER")
        || statement.Has(0, "DECLARE")
        || statement.Has(0, "WHILE")
        || (statement.Has(0, "SET") && statement.Contains("search_path", 0, statement.Tokens.Count))
        || (
            statement.Has(0, "CREATE")
            && (
                statement.Contains("PROCEDURE", 0, statement.Tokens.Count)
                || statement.Contains("FUNCTION", 0, statement.Tokens.Count)
                || statement.Contains("TRIGGER", 0, statement.Tokens.Count)
            )
            && statement.Contains("BEGIN", 0, statement.Tokens.Count)
        );
}

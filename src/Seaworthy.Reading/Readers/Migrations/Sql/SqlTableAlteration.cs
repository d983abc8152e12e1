using Seaworthy.Model.Declared.Migrations;
using Seaworthy.Reading.Formats.Sql;

namespace Seaworthy.Reading.Readers.Migrations.Sql;

/// <summary>The actions of an <c>ALTER TABLE</c> that ask for care.</summary>
/// <remarks>Source: PostgreSQL documentation, "ALTER TABLE"; MySQL Reference Manual, "ALTER TABLE Statement".</remarks>
internal static class SqlTableAlteration
{
    private static readonly string[] NoColumn =
    [
        "CONSTRAINT",
        "INDEX",
        "KEY",
        "PRIMARY",
        "FOREIGN",
        "UNIQUE",
        "CHECK",
        "PARTITION",
        "DEFAULT",
        "EXCLUDE",
        "FULLTEXT",
        "SPATIAL",
        "VALUE",
        "ATTRIBUTE",
        "EXPRESSION",
        "IDENTITY",
        "NOT",
        // ClickHouse
        "PROJECTION",
        "SETTING",
        "TTL",
        "COMMENT",
        "ORDER",
        "QUERY",
    ];

    /// <summary>Words that give a new column its value, so that existing rows have one.</summary>
    private static readonly string[] GivesValue =
    [
        "DEFAULT",
        "GENERATED",
        "IDENTITY",
        "AUTO_INCREMENT",
        "AUTOINCREMENT",
        "SERIAL",
        "BIGSERIAL",
        "SMALLSERIAL",
        "AS",
    ];

    public static IEnumerable<SqlTableChange> Read(SqlStatement statement, int at)
    {
        foreach (var (from, to) in Actions(statement, at))
        {
            if (Action(statement, from, to) is { } operation)
            {
                yield return operation;
            }
        }
    }

    /// <summary>The actions stand between commas outside parentheses.</summary>
    private static IEnumerable<TokenStretch> Actions(SqlStatement statement, int at)
    {
        var depth = 0;
        var from = at;
        for (var token = at; token < statement.Tokens.Count; token++)
        {
            if (statement.Tokens[token].IsSign('('))
            {
                depth++;
            }
            else if (statement.Tokens[token].IsSign(')'))
            {
                depth--;
            }
            else if (depth == 0 && statement.Tokens[token].IsSign(','))
            {
                yield return new TokenStretch(from, token);
                from = token + 1;
            }
        }

        yield return new TokenStretch(from, statement.Tokens.Count);
    }

    private static SqlTableChange? Action(SqlStatement statement, int from, int to)
    {
        if (from >= to)
        {
            return null;
        }

        var verb = statement.Tokens[from];
        return verb.Is("DROP") ? Drop(statement, from + 1)
            : verb.Is("RENAME") ? Rename(statement, from + 1)
            : verb.Is("ADD") ? Add(statement, from + 1, to)
            : verb.Is("ALTER") ? AlterColumn(statement, from + 1, to)
            : (verb.Is("MODIFY") || verb.Is("CHANGE")) && IsColumn(statement, SqlChangeReader.Skip(statement, from + 1, "COLUMN"))
                ? new(RiskyOperationKind.ChangeColumnType, Column(statement, from + 1))
            : null;
    }

    private static SqlTableChange? Drop(SqlStatement statement, int at) =>
        statement.Has(at, "COLUMN") || IsColumn(statement, at) ? new(RiskyOperationKind.DropColumn, Column(statement, at)) : null;

    private static SqlTableChange? Rename(SqlStatement statement, int at) =>
        statement.Has(at, "TO") || statement.Has(at, "AS")
            ? new(RiskyOperationKind.RenameTable, SqlChangeReader.Name(statement, at + 1).Name)
        : IsColumn(statement, at) ? new(RiskyOperationKind.RenameColumn, Column(statement, at))
        : null;

    private static SqlTableChange? Add(SqlStatement statement, int at, int to)
    {
        if (!IsColumn(statement, at))
        {
            return null;
        }

        var required = Enumerable.Range(at, Math.Max(0, to - at)).Any(token => statement.Has(token, "NOT", "NULL"));
        var hasValue = GivesValue.Any(word => statement.Contains(word, at, to));
        return required && !hasValue ? new(RiskyOperationKind.AddRequiredColumnWithoutDefault, Column(statement, at)) : null;
    }

    private static SqlTableChange? AlterColumn(SqlStatement statement, int at, int to)
    {
        at = SqlChangeReader.Skip(statement, at, "COLUMN");
        var (column, after) = SqlChangeReader.Name(statement, at);
        if (column is null || after >= to)
        {
            return null;
        }

        return statement.Has(after, "SET", "NOT", "NULL") ? new(RiskyOperationKind.SetNotNull, column)
            : statement.Has(after, "TYPE") || statement.Has(after, "SET", "DATA") ? new(RiskyOperationKind.ChangeColumnType, column)
            // SQL Server states the whole column again.
            : statement.Tokens[after].IsName
            && !statement.Has(after, "SET")
            && !statement.Has(after, "DROP")
            && !statement.Has(after, "ADD")
            && !statement.Has(after, "RESTART")
                ? new(RiskyOperationKind.ChangeColumnType, column)
            : null;
    }

    private static bool IsColumn(SqlStatement statement, int at) =>
        at < statement.Tokens.Count && statement.Tokens[at].IsName && !NoColumn.Any(statement.Tokens[at].Is);

    private static string? Column(SqlStatement statement, int at) =>
        SqlChangeReader.Name(statement, SqlChangeReader.Skip(statement, at, "COLUMN", "IF", "NOT", "EXISTS")).Name;

    private sealed record TokenStretch(int From, int To);
}

using Seaworthy.Model.Declared.Migrations;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Sql;

namespace Seaworthy.Reading.Readers.Migrations.Sql;

/// <summary>Finds in SQL the tables created and the operations that ask for care. Whatever happens to a table that the same text has created before is harmless.</summary>
internal sealed class SqlChangeReader
{
    private readonly List<RiskyOperation> risky = [];
    private readonly List<Fact<string>> created = [];
    private readonly HashSet<string> createdNames = new(StringComparer.OrdinalIgnoreCase);
    private readonly MappedText text;
    private bool isEmpty = true;

    private SqlChangeReader(MappedText text) => this.text = text;

    public static SqlChanges Read(MappedText text)
    {
        SqlChangeReader reader = new(text);
        foreach (var statement in SqlSplitter.Split(text.Text))
        {
            reader.Add(statement);
        }

        return new SqlChanges(reader.risky, reader.created, reader.isEmpty);
    }

    private static bool IsCeremony(SqlStatement statement) =>
        statement.Tokens[0] is var first
            && (first.Is("BEGIN") || first.Is("COMMIT") || first.Is("START") || first.Is("SET") || first.Is("PRAGMA") || first.Is("USE"))
        || statement.Tokens.Count == 2 && statement.Has(0, "SELECT");

    private void Add(SqlStatement statement)
    {
        isEmpty &= IsCeremony(statement);
        if (statement.Has(0, "CREATE"))
        {
            Create(statement);
        }
        else if (statement.Has(0, "DROP", "TABLE"))
        {
            DropTables(statement);
        }
        else if (statement.Has(0, "ALTER", "TABLE"))
        {
            Alter(statement);
        }
        else if (statement.Has(0, "TRUNCATE"))
        {
            var (table, _) = Name(statement, Skip(statement, 1, "TABLE", "ONLY"));
            Report(RiskyOperationKind.Truncate, table, null, statement);
        }
        else if (statement.Has(0, "DELETE", "FROM") || statement.Has(0, "UPDATE"))
        {
            ChangeRows(statement);
        }
        else if (statement.Has(0, "RENAME", "TABLE"))
        {
            var (table, _) = Name(statement, 2);
            Report(RiskyOperationKind.RenameTable, table, null, statement);
        }
    }

    private void Create(SqlStatement statement)
    {
        var at = Skip(statement, 1, "GLOBAL", "LOCAL", "TEMP", "TEMPORARY", "UNLOGGED", "UNIQUE", "CLUSTERED", "NONCLUSTERED");
        if (statement.Has(at, "TABLE"))
        {
            var (table, _) = Name(statement, Skip(statement, at + 1, "IF", "NOT", "EXISTS"));
            if (table is not null && createdNames.Add(table))
            {
                created.Add(new Fact<string>(table, text.Span(statement.Start, Math.Min(statement.Length, HeadLength(statement, at)))));
            }
        }
        else if (Name(statement, Skip(statement, View(statement, at), "IF", "NOT", "EXISTS")).Name is { } view)
        {
            // ClickHouse drops and renames materialised views as tables.
            createdNames.Add(view);
        }
        else if (statement.Has(at, "INDEX") && !statement.Contains("CONCURRENTLY", at, at + 2))
        {
            at = Skip(statement, at + 1, "IF", "NOT", "EXISTS");
            var (index, after) = statement.Has(at, "ON") ? (null, at) : Name(statement, at);
            if (statement.Has(after, "ON"))
            {
                var (table, _) = Name(statement, Skip(statement, after + 1, "ONLY"));
                Report(RiskyOperationKind.CreateIndexInPlace, table, index, statement);
            }
        }
    }

    /// <summary>The position behind <c>VIEW</c>; the end when no view is created.</summary>
    private static int View(SqlStatement statement, int at)
    {
        at = Skip(statement, at, "OR", "REPLACE", "MATERIALIZED");
        return statement.Has(at, "VIEW") ? at + 1 : statement.Tokens.Count;
    }

    // The place of a created table is its head; the columns may be hundreds of lines.
    private static int HeadLength(SqlStatement statement, int at)
    {
        for (var token = at; token < statement.Tokens.Count; token++)
        {
            if (statement.Tokens[token].IsSign('('))
            {
                return Math.Max(1, statement.Tokens[token - 1].Start + statement.Tokens[token - 1].Length - statement.Start);
            }
        }

        return statement.Length;
    }

    private void DropTables(SqlStatement statement)
    {
        var at = Skip(statement, 2, "IF", "EXISTS");
        while (Name(statement, at) is ({ } table, var after))
        {
            Report(RiskyOperationKind.DropTable, table, null, statement);
            if (after >= statement.Tokens.Count || !statement.Tokens[after].IsSign(','))
            {
                break;
            }

            at = after + 1;
        }
    }

    private void Alter(SqlStatement statement)
    {
        var (table, at) = Name(statement, Skip(statement, 2, "IF", "EXISTS", "ONLY"));
        foreach (var operation in SqlTableAlteration.Read(statement, at))
        {
            Report(operation.Kind, table, operation.Target, statement);
        }
    }

    private void ChangeRows(SqlStatement statement)
    {
        if (!statement.Contains("WHERE", 1, statement.Tokens.Count) && !statement.Contains("JOIN", 1, statement.Tokens.Count))
        {
            var (table, _) = Name(statement, statement.Has(0, "DELETE") ? 2 : 1);
            Report(RiskyOperationKind.ChangeEveryRow, table, null, statement);
        }
    }

    private void Report(RiskyOperationKind kind, string? table, string? target, SqlStatement statement)
    {
        if (table is null || !createdNames.Contains(table))
        {
            risky.Add(new RiskyOperation(kind, table, target, text.Span(statement.Start, statement.Length)));
        }
    }

    internal static int Skip(SqlStatement statement, int at, params ReadOnlySpan<string> keywords)
    {
        while (at < statement.Tokens.Count && IsAny(statement.Tokens[at], keywords))
        {
            at++;
        }

        return at;
    }

    /// <summary>A name, qualified or not, and the position after it.</summary>
    internal static (string? Name, int After) Name(SqlStatement statement, int at)
    {
        if (at >= statement.Tokens.Count || !statement.Tokens[at].IsName)
        {
            return (null, at);
        }

        var name = statement.Tokens[at++].Text;

        // Server, database, schema, table: no name has more parts.
        for (
            var part = 0;
            part < 3 && at + 1 < statement.Tokens.Count && statement.Tokens[at].IsSign('.') && statement.Tokens[at + 1].IsName;
            part++
        )
        {
            name += "." + statement.Tokens[at + 1].Text;
            at += 2;
        }

        return (name, at);
    }

    private static bool IsAny(SqlToken token, ReadOnlySpan<string> keywords)
    {
        foreach (var keyword in keywords)
        {
            if (token.Is(keyword))
            {
                return true;
            }
        }

        return false;
    }
}

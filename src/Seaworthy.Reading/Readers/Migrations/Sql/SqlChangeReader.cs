using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Sql;

namespace Seaworthy.Reading.Readers.Migrations.Sql;

/// <summary>Finds the tables that SQL creates and changes, and whether it does anything at all.</summary>
internal sealed class SqlChangeReader
{
    private readonly List<Fact<string>> created = [];
    private readonly HashSet<string> createdNames = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Fact<string>> changed = [];
    private readonly HashSet<string> changedNames = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> others = [];
    private readonly SqlIndexes indexes;
    private readonly SqlObjects objects;
    private readonly MappedText text;
    private bool isEmpty = true;

    private SqlChangeReader(MappedText text)
    {
        this.text = text;
        indexes = new SqlIndexes(text);
        objects = new SqlObjects(text);
    }

    public static SqlChanges Read(MappedText text) => Read(text, SqlSplitter.Split(text.Text));

    /// <param name="statements">Those of the text.</param>
    public static SqlChanges Read(MappedText text, IEnumerable<SqlStatement> statements)
    {
        SqlChangeReader reader = new(text);
        foreach (var statement in statements)
        {
            reader.Add(statement);
        }

        return new SqlChanges(reader.created, reader.changed, reader.others, reader.isEmpty)
        {
            CreatedIndexes = reader.indexes.Created,
            CreatedObjects = reader.objects.Created,
            DroppedNames = reader.indexes.Dropped,
        };
    }

    private static bool IsCeremony(SqlStatement statement) =>
        statement.Tokens[0] is var first
            && (first.Is("BEGIN") || first.Is("COMMIT") || first.Is("START") || first.Is("SET") || first.Is("PRAGMA") || first.Is("USE"))
        || statement.Tokens.Count == 2 && statement.Has(0, "SELECT");

    private void Add(SqlStatement statement)
    {
        isEmpty &= IsCeremony(statement);
        objects.Add(statement, indexes.Add(statement));
        if (statement.Has(0, "CREATE"))
        {
            Create(statement);
        }
        else if (statement.Has(0, "ALTER") && statement.Has(1, "TABLE"))
        {
            Change(statement);
        }
    }

    /// <summary><c>ALTER TABLE [ONLY] name …</c>, which fails without the table.</summary>
    private void Change(SqlStatement statement)
    {
        var at = Skip(statement, 2, "ONLY");
        if (!statement.Has(at, "IF") && Name(statement, at) is { Name: { } table } name)
        {
            if (!createdNames.Contains(table) && changedNames.Add(table))
            {
                changed.Add(new Fact<string>(table, text.Span(statement.Start, Math.Min(statement.Length, EndOf(statement, name.After)))));
            }

            if (statement.Has(name.After, "RENAME") && statement.Has(name.After + 1, "TO"))
            {
                Other(Name(statement, name.After + 2).Name);
            }
        }
    }

    private void Other(string? name)
    {
        if (name is not null && createdNames.Add(name))
        {
            others.Add(name);
        }
    }

    private static int EndOf(SqlStatement statement, int after) =>
        statement.Tokens[after - 1].Start + statement.Tokens[after - 1].Length - statement.Start;

    private void Create(SqlStatement statement)
    {
        var at = Skip(
            statement,
            1,
            "OR",
            "REPLACE",
            "GLOBAL",
            "LOCAL",
            "TEMP",
            "TEMPORARY",
            "UNLOGGED",
            "UNIQUE",
            "CLUSTERED",
            "NONCLUSTERED",
            "FOREIGN",
            "EXTERNAL",
            "VIRTUAL"
        );
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
            Other(view);
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

    private static int Skip(SqlStatement statement, int at, params ReadOnlySpan<string> keywords)
    {
        while (at < statement.Tokens.Count && IsAny(statement.Tokens[at], keywords))
        {
            at++;
        }

        return at;
    }

    /// <summary>A name, qualified or not, and the position after it.</summary>
    private static (string? Name, int After) Name(SqlStatement statement, int at)
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

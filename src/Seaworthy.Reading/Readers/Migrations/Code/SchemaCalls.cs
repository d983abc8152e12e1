using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Code;
using Seaworthy.Reading.Readers.Migrations.Sql;

namespace Seaworthy.Reading.Readers.Migrations.Code;

/// <summary>Collects the tables that the calls of a migration's way up create.</summary>
internal sealed class SchemaCalls(CodeSyntax syntax)
{
    private readonly List<Fact<string>> created = [];
    private readonly List<Fact<string>> changed = [];
    private readonly HashSet<string> changedNames = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> others = [];
    private readonly HashSet<string> createdNames = new(StringComparer.OrdinalIgnoreCase);
    private Dictionary<int, CodeCall>? byFirst;

    public IReadOnlyList<Fact<string>> Created => created;

    /// <summary>Those that the calls change, and did not create before.</summary>
    public IReadOnlyList<Fact<string>> Changed => changed;

    /// <summary>Views, and new names of tables.</summary>
    public IReadOnlyList<string> Others => others;

    /// <summary>The calls in a body, in order.</summary>
    public IEnumerable<CodeCall> In(TokenRange body) => syntax.Calls.Where(call => body.Contains(call.First));

    /// <summary>Takes the table that a call creates, whose name is this argument.</summary>
    public void Create(CodeCall call, string name) =>
        Create(Text(call.Named(name) ?? call.Positional(0)), syntax.Trees.Span(call.First).To(syntax.Trees.Span(call.Open)));

    /// <summary>Takes the table that a call changes, whose name is this argument.</summary>
    public void Change(CodeCall call, string name) =>
        Change(Text(call.Named(name) ?? call.Positional(0)), syntax.Trees.Span(call.First).To(syntax.Trees.Span(call.Open)));

    /// <summary>Takes the old and the new name of a table.</summary>
    public void Rename(CodeCall call)
    {
        Change(call, "old_table_name");
        if (Text(call.Named("new_table_name") ?? call.Positional(1)) is { } name && createdNames.Add(name))
        {
            others.Add(name);
        }
    }

    private void Change(string? table, SourceSpan span)
    {
        if (table is not null && !createdNames.Contains(table) && changedNames.Add(table))
        {
            changed.Add(new Fact<string>(table, span));
        }
    }

    private void Create(string? table, SourceSpan span)
    {
        if (table is not null && createdNames.Add(table))
        {
            created.Add(new Fact<string>(table, span));
        }
    }

    /// <summary>An argument's literal text; a name wrapped in a call (<c>op.f("ix")</c>, <c>sa.text("…")</c>) counts as that name.</summary>
    private string? Text(CodeArgument? argument) => Literal(argument) is var token and >= 0 ? Value(token) : null;

    /// <summary>The call that an argument consists of, or begins with.</summary>
    private CodeCall? CallAt(CodeArgument? argument)
    {
        if (argument is null || argument.Value.IsEmpty)
        {
            return null;
        }

        if (byFirst is null)
        {
            byFirst = [];
            foreach (var call in syntax.Calls)
            {
                byFirst.TryAdd(call.First, call);
            }
        }

        return byFirst.GetValueOrDefault(argument.Value.First);
    }

    /// <summary>Reads an argument as SQL, when it is a literal.</summary>
    public void Sql(CodeArgument? argument)
    {
        var token = Literal(argument);
        if (token < 0)
        {
            return;
        }

        var value = Value(token);
        var span = syntax.Trees.Span(token);
        var inside = span.Text.IndexOf(value, StringComparison.Ordinal);
        var changes = SqlChangeReader.Read(new MappedText(value, syntax.File, [new MappedSegment(0, span.Start + Math.Max(0, inside))]));
        foreach (var table in changes.CreatedTables)
        {
            // With escapes in the text, offsets in the value and in the file part ways: the literal as a whole is the place then.
            Create(table.Value, inside < 0 ? span : table.Span);
        }

        foreach (var table in changes.ChangedTables)
        {
            Change(table.Value, inside < 0 ? span : table.Span);
        }

        others.AddRange(changes.OtherNames);
    }

    /// <summary>The token of a literal text, directly or as the first argument of a call; -1 when it is computed.</summary>
    private int Literal(CodeArgument? argument)
    {
        if (argument is null || argument.Value.IsEmpty)
        {
            return -1;
        }

        var direct = LiteralIn(argument.Value);
        return direct >= 0 || CallAt(argument)?.Positional(0) is not { } inner ? direct : LiteralIn(inner.Value);
    }

    private int LiteralIn(TokenRange value)
    {
        var trees = syntax.Trees;
        if (value.Count == 1)
        {
            return trees.IsKind(value.First, TokenKind.String) ? value.First : -1;
        }

        // A template string without holes.
        var isPlainTemplate =
            value.Count > 0
            && trees.IsOpen(value.First, Brackets.Template)
            && trees.Inside(value.First).Count == 1
            && trees.After(value.First) == value.End;
        return isPlainTemplate ? value.First + 1 : -1;
    }

    private string Value(int token) =>
        syntax.Trees.IsKind(token, TokenKind.Text) ? Literals.Text(syntax.Trees, token) : Literals.Value(syntax.Trees, token);
}

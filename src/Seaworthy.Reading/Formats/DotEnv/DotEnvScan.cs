using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Interpolation;

namespace Seaworthy.Reading.Formats.DotEnv;

/// <summary>One pass over one dotenv file.</summary>
internal sealed class DotEnvScan(SourceFile file)
{
    private readonly string text = file.Text;
    private readonly QuotedValue quoted = new(file);
    private readonly List<EnvEntry> entries = [];
    private readonly List<EnvEntry> commentedOut = [];
    private readonly List<Problem> problems = [];
    private readonly Dictionary<string, EnvEntry> first = new(StringComparer.Ordinal);

    public DotEnvSyntax Run()
    {
        for (var at = 0; at < text.Length; )
        {
            at = Line(at);
        }

        return new DotEnvSyntax(entries, commentedOut, problems);
    }

    /// <summary>Reads the statement on a line; the answer is where the next line starts.</summary>
    private int Line(int start)
    {
        var end = EndOfLine(start);
        var at = SkipBlanks(start, end);
        if (at < end && text[at] == '#')
        {
            CommentedOut(at, end);
        }
        else if (at < end)
        {
            end = Statement(at, end);
        }

        return NextLine(end);
    }

    private int Statement(int at, int end)
    {
        if (DotEnvName.Read(text, at, end) is not { } head)
        {
            var line = text.AsSpan(at, end - at);
            // A shell is to read it: `source venv/bin/activate`.
            if (line.StartsWith("source "))
            {
                return end;
            }

            var isConflict = line.StartsWith("<<<<<<<") || line.StartsWith(">>>>>>>") || line.StartsWith("=======");
            Report(
                isConflict ? ProblemKind.ConflictMarker : ProblemKind.Syntax,
                isConflict ? "unresolved git conflict marker" : "neither NAME=value nor a comment",
                at,
                TrimEnd(at, end)
            );
            return end;
        }

        var name = Fact(head.NameStart, head.NameEnd);
        if (head.ValueStart < 0)
        {
            Add(new EnvEntry(name, null, Span(at, head.NameEnd)) { IsExported = head.IsExported });
            return end;
        }

        var value = SkipBlanks(head.ValueStart, end);
        return value < end && text[value] is '"' or '\'' or '`' && quoted.Read(value) is { } found
            ? Quoted(name, head, at, found)
            : Unquoted(name, head, at, value, end);
    }

    private int Quoted(Fact<string> name, DotEnvName head, int at, QuotedValue.Found found)
    {
        var end = EndOfLine(found.End);
        var rest = SkipBlanks(found.End, end);
        if (rest < end && text[rest] != '#')
        {
            Report(ProblemKind.Syntax, "text after the closing quote", rest, TrimEnd(rest, end));
        }

        Add(
            new EnvEntry(name, found.Value, Span(at, found.End))
            {
                IsExported = head.IsExported,
                Quote = found.Quote,
                Comment = rest < end && text[rest] == '#' ? Comment(rest, end) : null,
            }
        );
        return end;
    }

    private int Unquoted(Fact<string> name, DotEnvName head, int at, int start, int end)
    {
        if (start < end && text[start] is '"' or '\'' or '`')
        {
            Report(ProblemKind.Syntax, "the quote is never closed", start, TrimEnd(start, end));
        }

        var comment = CommentStart(head.ValueStart, start, end);
        var valueEnd = TrimEnd(start, comment < 0 ? end : comment);
        var span = Span(start, valueEnd);
        var value = valueEnd == start ? Template.Of("", span) : TemplateParser.Parse(span, TemplateFlavour.DotEnv);
        Add(
            new EnvEntry(name, value, Span(at, valueEnd))
            {
                IsExported = head.IsExported,
                Comment = comment < 0 ? null : Comment(comment, end),
            }
        );
        return end;
    }

    // A "#" belongs to the value unless a blank stands before it.
    private int CommentStart(int valueStart, int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            if (text[at] == '#' && at > valueStart && text[at - 1] is ' ' or '\t')
            {
                return at;
            }
        }

        return -1;
    }

    private void CommentedOut(int at, int end)
    {
        while (at < end && text[at] is '#' or ' ' or '\t')
        {
            at++;
        }

        // Only what nobody writes in prose: an upper-case name with "=" right behind it.
        if (DotEnvName.Read(text, at, end) is { } head && head.IsEnvironmentStyle(text))
        {
            var comment = CommentStart(head.ValueStart, head.ValueStart, end);
            var valueEnd = TrimEnd(head.ValueStart, comment < 0 ? end : comment);
            var span = Span(head.ValueStart, valueEnd);
            var value = valueEnd == head.ValueStart ? Template.Of("", span) : TemplateParser.Parse(span, TemplateFlavour.DotEnv);
            commentedOut.Add(new EnvEntry(Fact(head.NameStart, head.NameEnd), value, Span(at, valueEnd)) { IsExported = head.IsExported });
        }
    }

    private void Add(EnvEntry entry)
    {
        entries.Add(entry);
        if (!first.TryAdd(entry.Name.Value, entry))
        {
            problems.Add(
                new Problem(
                    ProblemKind.DuplicateKey,
                    $"{entry.Name.Value} is set twice",
                    entry.Name.Span,
                    first[entry.Name.Value].Name.Span
                )
            );
        }
    }

    private Fact<string> Comment(int start, int end)
    {
        var from = SkipBlanks(start + 1, end);
        return Fact(from, TrimEnd(from, end));
    }

    private Fact<string> Fact(int start, int end) => new(text[start..end], Span(start, end));

    private SourceSpan Span(int start, int end) => new(file, start, end - start);

    private void Report(ProblemKind kind, string message, int start, int end) => problems.Add(new Problem(kind, message, Span(start, end)));

    private int EndOfLine(int at) => text.IndexOf('\n', at) is >= 0 and var found ? found : text.Length;

    private int NextLine(int end) => end < text.Length ? end + 1 : end;

    private int SkipBlanks(int at, int end)
    {
        while (at < end && (char.IsWhiteSpace(text[at]) || text[at] == '\uFEFF'))
        {
            at++;
        }

        return at;
    }

    private int TrimEnd(int start, int end)
    {
        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return end;
    }
}

using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Formats.Ini;

/// <summary>
/// Sections of keys, as Python's configparser, systemd, PHP and many others write them, to a mapping of mappings. Keys in front of every section stand under the section with the empty name.
/// A section that comes back goes on; a key that comes back is kept (systemd makes lists of them).
/// </summary>
/// <remarks>Python "configparser", "Supported INI File Structure"; systemd.syntax(7).</remarks>
internal sealed class IniParser
{
    private const int MaximumLength = 5_000_000;
    private const int MaximumProblems = 50;

    private readonly SourceFile file;
    private readonly string text;
    private readonly List<Problem> problems = [];
    private readonly List<Fact<string>> comments = [];
    private readonly List<IniSection> sections = [];
    private readonly Dictionary<string, IniSection> byName = new(StringComparer.Ordinal);
    private readonly bool isStrict;
    private readonly bool isUnit;

    private IniParser(SourceFile file)
    {
        this.file = file;
        text = ConflictMarkers.Resolve(file, problems);
        isStrict = file.Name is "setup.cfg" or "alembic.ini" or "tox.ini" or "pytest.ini" or "mypy.ini";
        isUnit =
            file.Name.EndsWith(".service", StringComparison.Ordinal)
            || file.Name.EndsWith(".timer", StringComparison.Ordinal)
            || file.Name.EndsWith(".socket", StringComparison.Ordinal);
    }

    public static NodeFile Parse(SourceFile file) =>
        file.Text.Length > MaximumLength
            ? new NodeFile([], [new Problem(ProblemKind.Limit, "the file is too large", file.Whole)])
            : new IniParser(file).Read();

    private NodeFile Read()
    {
        IniSection? section = null;
        var start = text is ['\uFEFF', ..] ? 1 : 0;
        while (start < text.Length)
        {
            var end = LineEnd(start);
            var line = text.AsSpan(start, end - start);
            var first = start + line.Length - line.TrimStart().Length;
            if (first < end)
            {
                section = ReadLine(section, start, first, start + line.TrimEnd().Length, ref end);
            }

            start = end + 1;
        }

        List<NodeEntry> entries = [.. sections.Select(found => new NodeEntry(found.Name, found.Freeze(), found.NameSpan))];
        return new NodeFile([new MappingNode(entries, Span(0, text.Length))], problems) { Comments = comments };
    }

    private IniSection? ReadLine(IniSection? section, int start, int first, int last, ref int end)
    {
        switch (text[first])
        {
            case '#' or ';':
                comments.Add(new Fact<string>(text[first..last].TrimStart('#', ';').Trim(), Span(first, last)));
                return section;
            case '[':
                return OpenSection(first, last);
            case var _ when first > start && section?.Last is { } open && !isUnit:
                // An indented line goes on with the value above it.
                open.Continue(first, last);
                return section;
            default:
                section ??= Section("", Span(first, first));
                ReadPair(section, first, last, ref end);
                return section;
        }
    }

    private IniSection OpenSection(int first, int last)
    {
        var close = text.IndexOf(']', first, last - first);
        if (close < 0)
        {
            Report(ProblemKind.Syntax, "the section's name is not closed", Span(first, last));
            close = last;
        }

        var name = text[(first + 1)..close].Trim();
        if (isStrict && byName.TryGetValue(name, out var known))
        {
            Report(ProblemKind.DuplicateKey, $"duplicate section '{name}'", Span(first, last), known.NameSpan);
        }

        return Section(name, Span(first, Math.Min(close + 1, last)));
    }

    private void ReadPair(IniSection section, int first, int last, ref int end)
    {
        var line = text.AsSpan(first, last - first);
        var separator = isUnit ? line.IndexOf('=') : line.IndexOfAny('=', ':');
        var keyLength = (separator < 0 ? line : line[..separator]).TrimEnd().Length;
        if (separator < 0 && isStrict)
        {
            Report(ProblemKind.Syntax, "an equals sign is missing after the key", Span(first, last));
        }

        IniPair pair = new(text.Substring(first, keyLength), Span(first, first + keyLength));
        if (separator >= 0)
        {
            var value = line[(separator + 1)..];
            pair.Continue(last - value.TrimStart().Length, last);
        }

        while (isUnit && text[last - 1] == '\\' && end < text.Length)
        {
            // systemd: a backslash at the end of a line joins it with the next.
            var next = end + 1;
            end = LineEnd(next);
            last = next + text.AsSpan(next, end - next).TrimEnd().Length;
            var from = last - text.AsSpan(next, last - next).TrimStart().Length;
            pair.Join(from, last);
            if (last <= next)
            {
                break;
            }
        }

        if (section.Add(pair) is { } known && isStrict)
        {
            Report(ProblemKind.DuplicateKey, $"duplicate key '{pair.Key}' in one section", pair.KeySpan, known.KeySpan);
        }
    }

    private IniSection Section(string name, SourceSpan span)
    {
        if (!byName.TryGetValue(name, out var section))
        {
            sections.Add(section = byName[name] = new IniSection(name, span));
        }

        return section;
    }

    private int LineEnd(int start) => text.IndexOf('\n', start) is var found and >= 0 ? found : text.Length;

    private SourceSpan Span(int start, int end) => new(file, start, end - start);

    private void Report(ProblemKind kind, string message, SourceSpan span, SourceSpan? related = null)
    {
        if (problems.Count < MaximumProblems)
        {
            problems.Add(new Problem(kind, message, span, related));
        }
    }
}

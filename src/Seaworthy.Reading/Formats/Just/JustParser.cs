using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Just;

/// <summary>Reads a justfile line by line; expressions other than literal strings stay unread.</summary>
/// <remarks>Source: just manual, "Grammar".</remarks>
internal sealed class JustParser(SourceFile file)
{
    private readonly List<JustRecipe> recipes = [];
    private readonly List<JustRecipe> aliases = [];
    private readonly Dictionary<string, string> variables = new(StringComparer.Ordinal);
    private readonly List<TaskInclude> includes = [];
    private readonly List<string> attributes = [];
    private JustRecipe? current;
    private string? directory;
    private string? shell;

    public JustSyntax Parse()
    {
        var text = file.Text;
        for (var start = 0; start < text.Length; )
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            Read(start, end > start && text[end - 1] == '\r' ? end - 1 : end);
            start = end + 1;
        }

        return new JustSyntax([.. recipes, .. aliases], variables, includes) { Directory = directory, Shell = shell };
    }

    private void Read(int start, int end)
    {
        var line = file.Text.AsSpan(start, end - start);
        if (line is [' ' or '\t', ..] && current is not null)
        {
            AddLine(start, end);
        }
        else if (line.Trim() is { Length: > 0 } content && content[0] != '#')
        {
            current = null;
            ReadItem(content.ToString(), start);
        }
    }

    private void AddLine(int start, int end)
    {
        var content = start;
        while (content < end && file.Text[content] is ' ' or '\t')
        {
            content++;
        }

        var lines = current?.Lines;
        if (lines is [.., var last] && last.End > last.Start && file.Text[last.End - 1] == '\\')
        {
            lines[^1] = last with { End = end };
        }
        else if (content < end)
        {
            lines?.Add(new(content, end));
        }
    }

    private void ReadItem(string line, int start)
    {
        var sign = line.IndexOf(":=", StringComparison.Ordinal);
        if (line.StartsWith('['))
        {
            attributes.Add(line.Trim('[', ']'));
        }
        else if (FirstWord(line) is "import" or "import?" or "mod" or "mod?" && sign < 0 && !line.Contains(':', StringComparison.Ordinal))
        {
            ReadInclude(line, start);
        }
        else if (sign > 0 && !line.AsSpan(0, sign).ContainsAny("'\"("))
        {
            ReadAssignment(line, sign, start);
        }
        else if (HeaderColon(line) is > 0 and var colon)
        {
            ReadHeader(line, colon, start);
        }
    }

    private void ReadInclude(string line, int start)
    {
        var word = FirstWord(line);
        var quote = line.AsSpan().IndexOfAny('\'', '"');
        var name = word.StartsWith("mod", StringComparison.Ordinal) ? FirstWord(line[word.Length..].Trim()) : null;
        includes.Add(
            new TaskInclude(quote < 0 ? null : Literal(line[quote..]), word.EndsWith('?'), new SourceSpan(file, start, line.Length), name)
        );
    }

    private void ReadAssignment(string line, int sign, int start)
    {
        var (left, value) = (line[..sign].Trim(), Literal(line[(sign + 2)..]));
        if (left.StartsWith("set ", StringComparison.Ordinal))
        {
            Set(left["set ".Length..].Trim(), line[(sign + 2)..], value);
        }
        else if (left.StartsWith("alias ", StringComparison.Ordinal))
        {
            // Another name for a recipe: one that does nothing but depend on it, and never is the default.
            var name = left["alias ".Length..].Trim();
            Fact<string> alias = new(
                name,
                new SourceSpan(file, start + line.IndexOf(name, "alias ".Length, StringComparison.Ordinal), name.Length)
            );
            aliases.Add(new JustRecipe(alias, Dependencies(line, sign + 2, start), []));
        }
        else if (value is not null)
        {
            variables[left.StartsWith("export ", StringComparison.Ordinal) ? left["export ".Length..].Trim() : left] = value;
        }
    }

    private void Set(string setting, string text, string? value)
    {
        switch (setting)
        {
            case "working-directory":
                directory = value;
                break;
            case "shell" when text.Split('\'', '"') is [_, var program, ..]:
                shell = program;
                break;
        }
    }

    private void ReadHeader(string line, int colon, int start)
    {
        var quiet = line[0] == '@' ? 1 : 0;
        var name = FirstWord(line[quiet..colon]);
        current = new JustRecipe(
            new Fact<string>(name, new SourceSpan(file, start + quiet, name.Length)),
            Dependencies(line, colon + 1, start),
            [.. attributes]
        );
        attributes.Clear();
        recipes.Add(current);
    }

    private List<Fact<string>> Dependencies(string line, int from, int start)
    {
        List<Fact<string>> found = [];
        var depth = 0;
        for (var at = from; at < line.Length && line[at] != '#'; at++)
        {
            if (line[at] is '\'' or '"')
            {
                at = line.IndexOf(line[at], at + 1) is > 0 and var close ? close : line.Length;
            }
            else if (IsName(line[at]))
            {
                var end = at;
                while (end < line.Length && IsName(line[end]))
                {
                    end++;
                }

                // Inside parentheses the first name is the recipe, the rest its arguments.
                if (depth == 0 || line[at - 1] == '(')
                {
                    found.Add(new Fact<string>(line[at..end], new SourceSpan(file, start + at, end - at)));
                }

                at = end - 1;
            }
            else
            {
                depth +=
                    line[at] == '(' ? 1
                    : line[at] == ')' ? -1
                    : 0;
            }
        }

        return found;
    }

    /// <summary>The colon that ends a recipe's name and parameters; defaults may be quoted strings.</summary>
    private static int HeaderColon(string line)
    {
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] is '\'' or '"')
            {
                at = line.IndexOf(line[at], at + 1) is > 0 and var close ? close : line.Length;
            }
            else if (line[at] == ':')
            {
                return at;
            }
        }

        return -1;
    }

    private static string? Literal(string text)
    {
        text = text.Trim();
        return text is ['\'', .., '\''] or ['"', .., '"'] && text.Length > 1 && !text[1..^1].AsSpan().ContainsAny("'\"\\")
            ? text[1..^1]
            : null;
    }

    private static string FirstWord(string text) => text.AsSpan().IndexOfAny(" \t:") is >= 0 and var end ? text[..end] : text;

    private static bool IsName(char character) => char.IsAsciiLetterOrDigit(character) || character is '_' or '-';
}

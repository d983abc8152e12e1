using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Shell;

namespace Seaworthy.Reading.Readers.Documents;

/// <summary>Reads Markdown for the commands, variables and files that it tells people of.</summary>
/// <remarks>Source: CommonMark, "Fenced code blocks".</remarks>
internal sealed class MarkdownReader : Reader
{
    private const string InlineDocker = "`docker";

    // Reports of past work, and other people's questions, instruct nobody.
    private static readonly string[] Asides =
    [
        "CHANGELOG",
        "CHANGES",
        "HISTORY",
        "LICENSE",
        "CODE_OF_CONDUCT",
        "RELEASE_NOTES",
        "RELEASES",
    ];

    private static readonly HashSet<string> Shells = new(StringComparer.OrdinalIgnoreCase)
    {
        "",
        "sh",
        "bash",
        "shell",
        "zsh",
        "console",
        "shellsession",
        "terminal",
    };

    // "Add a target in prometheus.yml" mentions a file that is there.
    private static readonly HashSet<string> Placing = new(StringComparer.OrdinalIgnoreCase)
    {
        "place",
        "put",
        "create",
        "download",
        "generate",
        "save",
        "obtain",
    };

    public override bool Accepts(string path)
    {
        var name = path.AsSpan(path.LastIndexOf('/') + 1);
        if (!name.EndsWith(".md", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        foreach (var aside in Asides)
        {
            if (name.StartsWith(aside, StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return true;
    }

    public override Artifact? Read(FileSyntax file)
    {
        List<ShellCommand> commands = [];
        List<ShellCommand> inline = [];
        List<DocumentHeading> headings = [];
        PlacedFiles places = new();
        HashSet<string> variables = new(StringComparer.Ordinal);
        List<ComposeDescription> descriptions = [];
        var text = file.File.Text;
        SourceSpan? block = null;
        SourceSpan? singleNode = null;
        var fence = "";
        for (var start = 0; start < text.Length; )
        {
            var end = text.IndexOf('\n', start) is var newLine and >= 0 ? newLine : text.Length;
            var line = Unescaped(text.AsSpan(start, end - start).Trim());
            if (fence.Length == 0 && FenceOf(line) is { Length: > 0 } opened)
            {
                fence = opened;
                places.Open();
                block = Shells.Contains(line[opened.Length..].Trim().ToString()) ? new SourceSpan(file.File, end, 0) : null;
            }
            else if (fence.Length > 0 && line.StartsWith(fence, StringComparison.Ordinal) && line.Trim(fence[0]).IsEmpty)
            {
                fence = "";
                places.Close();
                if (block is { } opening)
                {
                    commands.AddRange(ShellParser.Parse(MappedText.Of(new SourceSpan(file.File, opening.Start, start - opening.Start))));
                }
            }
            else
            {
                SourceSpan whole = new(file.File, start, end - start);
                if (fence.Length == 0 && LevelOf(line) is > 0 and var level)
                {
                    headings.Add(new DocumentHeading(level, line[level..].Trim(" #").ToString(), whole));
                }

                if (fence.Length == 0 && line.Contains(InlineDocker, StringComparison.Ordinal))
                {
                    inline.AddRange(Inline(whole));
                }

                AddWords(whole, places, variables);
                if (ComposeDescriptions.Of(line, whole) is { } description)
                {
                    descriptions.Add(description);
                }

                singleNode ??= ClusterSize.IsSingleNode(line) ? whole : (SourceSpan?)null;
            }

            start = end + 1;
        }

        return new Document(file.File)
        {
            Commands = commands,
            InlineCommands = inline,
            Headings = headings,
            Variables = variables,
            FilesToPlace = places.Found,
            ComposeDescriptions = descriptions,
            SingleNode = singleNode,
        };
    }

    private static IEnumerable<ShellCommand> Inline(SourceSpan line)
    {
        var text = line.File.Text;
        for (
            var at = text.IndexOf(InlineDocker, line.Start, line.Length, StringComparison.Ordinal);
            at >= 0 && text.IndexOf('`', at + 1, line.End - at - 1) is > 0 and var end;
            at = text.IndexOf(InlineDocker, end, line.End - end, StringComparison.Ordinal)
        )
        {
            foreach (var command in ShellParser.Parse(MappedText.Of(new SourceSpan(line.File, at + 1, end - at - 1))))
            {
                yield return command;
            }
        }
    }

    /// <summary>1 to 6 for an ATX heading; 0 for any other line.</summary>
    private static int LevelOf(ReadOnlySpan<char> line)
    {
        var level = line.IndexOfAnyExcept('#');
        return level is > 0 and <= 6 && line[level] == ' ' ? level : 0;
    }

    /// <summary>A fence that was pasted with its backticks escaped: people still read the block below it.</summary>
    private static ReadOnlySpan<char> Unescaped(ReadOnlySpan<char> line) =>
        line.StartsWith("\\`\\`\\`", StringComparison.Ordinal) ? "```" + line[6..].ToString() : line;

    private static string FenceOf(ReadOnlySpan<char> line)
    {
        var mark =
            line is ['`', '`', '`', ..] ? '`'
            : line is ['~', '~', '~', ..] ? '~'
            : '\0';
        var length = mark == '\0' ? -1 : line.IndexOfAnyExcept(mark);
        return mark == '\0' ? "" : new string(mark, length < 0 ? line.Length : length);
    }

    /// <summary>The variables that one line names, and the files if the line asks to do something with them.</summary>
    private static void AddWords(SourceSpan line, PlacedFiles places, HashSet<string> variables)
    {
        var text = line.File.Text;
        List<SourceSpan> files = [];
        var isTold = false;
        for (var at = line.Start; at < line.End; )
        {
            var end = at;
            while (end < line.End && IsOfPath(text[end]))
            {
                end++;
            }

            if (end == at)
            {
                at++;
                continue;
            }

            var word = text.AsSpan(at, end - at).TrimEnd(".:-/");
            if (word.Contains('.') && word.LastIndexOf('.') is var dot && dot < word.Length - 1 && char.IsAsciiLetter(word[^1]))
            {
                files.Add(new SourceSpan(line.File, at, word.Length));
            }
            else if (
                (word.Contains('_') || (end < line.End && text[end] == '='))
                && word.Length > 2
                && !word.ContainsAnyInRange('a', 'z')
                && char.IsAsciiLetterUpper(word[0])
            )
            {
                variables.Add(word.ToString());
            }
            else if (word.Length < 10 && Placing.Contains(word.ToString()))
            {
                isTold = true;
            }

            at = end;
        }

        places.Take(line, files, isTold);
    }

    private static bool IsOfPath(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '.' or '/' or '-';
}

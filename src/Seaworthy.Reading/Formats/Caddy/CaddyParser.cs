using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Caddy;

/// <summary>Caddyfile to a tree of lines and blocks; placeholders and environment variables stay as written.</summary>
/// <remarks>Source: Caddy documentation, "Caddyfile Concepts", Structure and Tokens and quotes.</remarks>
internal sealed class CaddyParser(SourceFile file)
{
    private const int DepthLimit = 64;

    private readonly string text = file.Text;
    private readonly List<Problem> problems = [];
    private int at;

    public CaddySyntax Parse()
    {
        List<CaddyDirective> lines = [];
        while (true)
        {
            ReadBlock(lines, 0);
            if (at >= text.Length)
            {
                return new CaddySyntax(lines, problems);
            }

            Report("unexpected '}'", at, 1);
            at++;
        }
    }

    /// <summary>Lines up to a closing brace that stands alone, which is left standing, or the end.</summary>
    private void ReadBlock(List<CaddyDirective> lines, int depth)
    {
        while (SkipBlankLines() && !(text[at] == '}' && IsAlone(at)))
        {
            lines.Add(ReadLine(depth));
        }
    }

    private CaddyDirective ReadLine(int depth)
    {
        var start = at;
        var end = at;
        List<Fact<string>> words = [];
        while (SkipBlanks())
        {
            if (text[at] == '{' && IsAlone(at))
            {
                return new CaddyDirective(words, ReadBraces(depth), Span(start, Math.Max(end, start + 1)));
            }

            if (text[at] == '}' && IsAlone(at) && words.Count > 0)
            {
                break;
            }

            words.Add(ReadWord());
            end = at;

            // A list of addresses goes on behind a comma, on the next line if need be.
            if (words[^1].Value.EndsWith(',') && depth == 0)
            {
                SkipBlankLines();
            }
        }

        return new CaddyDirective(words, null, Span(start, end));
    }

    private List<CaddyDirective> ReadBraces(int depth)
    {
        var open = at++;
        List<CaddyDirective> block = [];
        if (depth >= DepthLimit)
        {
            problems.Add(new Problem(ProblemKind.Limit, "nested too deeply; the rest is not read", Span(open, open + 1)));
            at = text.Length;
            return block;
        }

        ReadBlock(block, depth + 1);
        if (at < text.Length)
        {
            at++;
        }
        else
        {
            Report("block is never closed", open, 1);
        }

        return block;
    }

    private Fact<string> ReadWord()
    {
        var start = at;
        if (text[at] is '"' or '`')
        {
            var quote = text[at++];
            while (at < text.Length && text[at] != quote)
            {
                at += text[at] == '\\' && quote == '"' && at + 1 < text.Length ? 2 : 1;
            }

            at = Math.Min(at, text.Length);
            var value = text[(start + 1)..at].Replace("\\\"", "\"", StringComparison.Ordinal);
            at = Math.Min(at + 1, text.Length);
            return new Fact<string>(value, Span(start, at));
        }

        while (at < text.Length && !char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return Heredoc(start) ?? new Fact<string>(text[start..at], Span(start, at));
    }

    /// <summary><c>&lt;&lt;HTML</c> at the end of a line: all up to the next <c>HTML</c> is one word, after which the line goes on. Null for any other word.</summary>
    /// <remarks>Source: Caddy documentation, "Caddyfile Concepts", Heredocs.</remarks>
    private Fact<string>? Heredoc(int start)
    {
        var marker = text[start..at];
        if (
            marker is not ['<', '<', _, ..]
            || !marker.Skip(2).All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-')
            || text.AsSpan(at).TrimStart('\r') is not ['\n', ..]
        )
        {
            return null;
        }

        marker = marker[2..];
        var body = text.IndexOf('\n', at) + 1;
        var end = text.IndexOf(marker, body, StringComparison.Ordinal);
        if (end < 0)
        {
            Report($"heredoc <<{marker} is never closed", start, at - start);
            end = text.Length;
        }

        at = Math.Min(end + marker.Length, text.Length);
        return new Fact<string>(text[body..end], Span(start, at));
    }

    /// <summary>A brace of a block stands between blanks; one of a placeholder does not.</summary>
    private bool IsAlone(int brace) => brace + 1 >= text.Length || char.IsWhiteSpace(text[brace + 1]);

    /// <summary>To the next word of the line; false at its end.</summary>
    private bool SkipBlanks()
    {
        // Whatever ends a word is a blank: a vertical tab or a no-break space left standing would be read as an empty word for ever.
        while (at < text.Length && text[at] != '\n' && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        if (at < text.Length && text[at] == '\\' && text.AsSpan(at + 1).TrimStart('\r').StartsWith("\n"))
        {
            at = text.IndexOf('\n', at) + 1;
            return SkipBlankLines();
        }

        return at < text.Length && text[at] is not ('\n' or '#');
    }

    private bool SkipBlankLines()
    {
        while (at < text.Length && (char.IsWhiteSpace(text[at]) || text[at] is '#' or '\uFEFF'))
        {
            var line = text[at] == '#' ? text.IndexOf('\n', at) : at;
            at = line < 0 ? text.Length : line + 1;
        }

        return at < text.Length;
    }

    private SourceSpan Span(int start, int end) => new(file, start, end - start);

    private void Report(string message, int start, int length) =>
        problems.Add(new Problem(ProblemKind.Syntax, message, Span(start, start + length)));
}

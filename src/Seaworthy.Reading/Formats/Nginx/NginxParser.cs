using System.Text;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Nginx;

/// <summary>nginx configuration to a tree of directives. Variables and the holes of envsubst stay as written.</summary>
/// <remarks>Source: nginx Beginner's Guide, "Configuration File's Structure"; the lexer follows ngx_conf_read_token.</remarks>
internal sealed class NginxParser
{
    private const int DepthLimit = 64;

    private readonly MappedText mapped;
    private readonly string text;
    private readonly List<Problem> problems = [];
    private int at;

    private NginxParser(MappedText mapped)
    {
        this.mapped = mapped;
        text = mapped.Text;
    }

    public static NginxSyntax Parse(MappedText text)
    {
        NginxParser parser = new(text);
        List<NginxDirective> directives = [];
        while (true)
        {
            parser.ReadBlock(directives, depth: 0);
            if (parser.at >= parser.text.Length)
            {
                return new NginxSyntax(directives, parser.problems);
            }

            parser.Report("unexpected '}'", parser.at, 1);
            parser.at++;
        }
    }

    /// <summary>Directives up to a closing brace, which is left standing, or the end.</summary>
    private void ReadBlock(List<NginxDirective> directives, int depth)
    {
        while (SkipToToken() && text[at] != '}')
        {
            if (text[at] == ';')
            {
                Report("unexpected ';'", at, 1);
                at++;
            }
            else
            {
                directives.Add(ReadDirective(depth));
            }
        }
    }

    private NginxDirective ReadDirective(int depth)
    {
        var start = at;
        if (text[at] == '{')
        {
            Report("unexpected '{'", at, 1);
        }

        List<Fact<string>> words = [];
        var end = at;
        while (SkipToToken() && text[at] is not (';' or '{' or '}'))
        {
            words.Add(ReadWord());
            end = at;
        }

        var name = words.Count > 0 ? words[0] : new Fact<string>("", mapped.Span(start, 1));
        var block = ReadEnd(name.Value, start, end, depth);
        return new NginxDirective(name, [.. words.Skip(1)], block, mapped.Span(start, Math.Max(1, end - start)));
    }

    private List<NginxDirective>? ReadEnd(string name, int start, int end, int depth)
    {
        switch (at < text.Length ? text[at] : '\0')
        {
            case ';':
                at++;
                return null;
            case '{' when name.EndsWith("_lua_block", StringComparison.Ordinal) || name.EndsWith("_js_block", StringComparison.Ordinal):
                SkipForeignBlock();
                return [];
            case '{' when depth < DepthLimit:
                return ReadBraces(depth);
            case '{':
                problems.Add(new Problem(ProblemKind.Limit, "nested too deeply; the rest is not read", mapped.Span(at, 1)));
                at = text.Length;
                return [];
            default:
                Report($"directive '{name}' is not terminated by ';'", start, Math.Max(1, end - start));
                return null;
        }
    }

    private List<NginxDirective> ReadBraces(int depth)
    {
        var open = at++;
        List<NginxDirective> block = [];
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

    /// <summary>Code of another language: only its braces are counted.</summary>
    private void SkipForeignBlock()
    {
        var depth = 0;
        for (; at < text.Length; at++)
        {
            depth += text[at] switch
            {
                '{' => 1,
                '}' => -1,
                _ => 0,
            };
            if (depth == 0)
            {
                at++;
                return;
            }
        }
    }

    private Fact<string> ReadWord()
    {
        var start = at;
        if (text[at] is '"' or '\'')
        {
            return ReadQuoted(start);
        }

        while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not (';' or '{'))
        {
            if (text[at] == '\\' && at + 1 < text.Length)
            {
                at++;
            }
            else if (text[at] == '$' && at + 1 < text.Length && text[at + 1] == '{')
            {
                at++;
            }

            at++;
        }

        at = Math.Min(at, text.Length);
        return new Fact<string>(text[start..at], mapped.Span(start, at - start));
    }

    private Fact<string> ReadQuoted(int start)
    {
        var quote = text[at++];
        StringBuilder value = new();
        while (at < text.Length && text[at] != quote)
        {
            // nginx undoes only the escapes of quotes and backslashes (and \t, \r, \n) when it stores the word; the rest is for regular expressions.
            if (text[at] == '\\' && at + 1 < text.Length && text[at + 1] is '"' or '\'' or '\\')
            {
                at++;
            }

            value.Append(text[at++]);
        }

        if (at >= text.Length)
        {
            Report("quote is never closed", start, 1);
        }
        else
        {
            at++;
        }

        return new Fact<string>(value.ToString(), mapped.Span(start, at - start));
    }

    private bool SkipToToken()
    {
        while (at < text.Length)
        {
            if (text[at] == '#')
            {
                var line = text.IndexOf('\n', at);
                at = line < 0 ? text.Length : line;
            }
            else if (char.IsWhiteSpace(text[at]) || text[at] == '\uFEFF')
            {
                at++;
            }
            else
            {
                return true;
            }
        }

        return false;
    }

    private void Report(string message, int start, int length) =>
        problems.Add(new Problem(ProblemKind.Syntax, message, mapped.Span(start, length)));
}

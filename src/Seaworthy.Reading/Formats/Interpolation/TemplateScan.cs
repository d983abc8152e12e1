using System.Text;
using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Interpolation;

/// <summary>One pass over one text; nested defaults are scanned as ranges of it.</summary>
internal sealed class TemplateScan(string text, Func<int, int, SourceSpan> place, TemplateFlavour flavour, char escape)
{
    private const int MaxDepth = 100;

    private Dictionary<int, int>? closings;

    public Template Whole() => Range(0, text.Length, 0);

    private Template Range(int start, int end, int depth)
    {
        List<TemplatePart> parts = [];
        StringBuilder literal = new();
        var literalStart = start;
        var quote = '\0';
        for (var at = start; at < end; )
        {
            if (TryEscape(at, end, quote, literal, out var next) || TryQuote(at, ref quote, out next))
            {
                at = next;
                continue;
            }

            if (text[at] == '$' && quote != '\'' && Reference(at, end, depth) is var (part, length))
            {
                FlushLiteral(parts, literal, literalStart, at);
                parts.Add(part);
                at += length;
                literalStart = at;
                continue;
            }

            literal.Append(text[at++]);
        }

        FlushLiteral(parts, literal, literalStart, end);
        return new Template(text[start..end], parts, place(start, end - start));
    }

    private void FlushLiteral(List<TemplatePart> parts, StringBuilder literal, int start, int end)
    {
        if (literal.Length > 0)
        {
            parts.Add(new TemplatePart(literal.ToString()) { Span = place(start, end - start) });
            literal.Clear();
        }
    }

    private bool TryEscape(int at, int end, char quote, StringBuilder literal, out int next)
    {
        next = at + 2;
        if (at + 1 >= end || !IsEscape(text[at], text[at + 1], quote))
        {
            return false;
        }

        literal.Append(text[at + 1]);
        return true;
    }

    private bool IsEscape(char first, char second, char quote) =>
        flavour switch
        {
            TemplateFlavour.Compose => first == '$' && second == '$',
            TemplateFlavour.DotEnv => first == '\\' && second == '$',
            _ => first == escape && (quote == '\0' || (quote == '"' && (second is '"' or '$' || second == escape))),
        };

    private bool TryQuote(int at, ref char quote, out int next)
    {
        next = at + 1;
        var mark = text[at];
        if (flavour != TemplateFlavour.Dockerfile || mark is not ('"' or '\'') || (quote != '\0' && quote != mark))
        {
            return false;
        }

        quote = quote == '\0' ? mark : '\0';
        return true;
    }

    private (TemplatePart Part, int Length)? Reference(int at, int end, int depth)
    {
        if (at + 1 < end && text[at + 1] == '{')
        {
            return Braced(at, end, depth);
        }

        var nameEnd = NameEnd(at + 1, end);
        return nameEnd > at + 1 ? (Variable(at, nameEnd, text[(at + 1)..nameEnd]), nameEnd - at) : Malformed(at, at + 1);
    }

    private (TemplatePart Part, int Length)? Braced(int at, int end, int depth)
    {
        closings ??= MatchBraces();
        if (!closings.TryGetValue(at + 1, out var close) || close >= end)
        {
            return Malformed(at, at + 2);
        }

        var nameEnd = NameEnd(at + 2, close);
        var operatorEnd = OperatorEnd(nameEnd, close);
        if (nameEnd == at + 2 || depth >= MaxDepth || (nameEnd < close && operatorEnd == nameEnd))
        {
            return Malformed(at, close + 1);
        }

        var part = Variable(at, close + 1, text[(at + 2)..nameEnd]);
        return nameEnd == close
            ? (part, close + 1 - at)
            : (part with { Operator = text[nameEnd..operatorEnd], Word = Range(operatorEnd, close, depth + 1) }, close + 1 - at);
    }

    private TemplatePart Variable(int start, int end, string name) => new(text[start..end], name) { Span = place(start, end - start) };

    // What opens a brace and is no reference is a fault; a dollar before anything else is itself, for compose too.
    private (TemplatePart Part, int Length)? Malformed(int start, int end) =>
        end == start + 1
            ? null
            : (new TemplatePart(text[start..end]) { Span = place(start, end - start), IsMalformed = true }, end - start);

    private int NameEnd(int at, int end)
    {
        if (at < end && (char.IsAsciiLetter(text[at]) || text[at] == '_'))
        {
            while (at < end && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '_'))
            {
                at++;
            }
        }

        return at;
    }

    private int OperatorEnd(int at, int end)
    {
        if (flavour == TemplateFlavour.Dockerfile && at < end && text[at] is '#' or '%' or '/')
        {
            return at + 1;
        }

        var sign = at < end && text[at] == ':' ? at + 1 : at;
        return sign < end && text[sign] is '-' or '?' or '+' ? sign + 1 : at;
    }

    /// <summary>Every opening brace with its closing one, found once so that a text of unclosed braces stays linear.</summary>
    private Dictionary<int, int> MatchBraces()
    {
        Dictionary<int, int> found = [];
        Stack<int> open = [];
        for (var at = 0; at < text.Length; at++)
        {
            if (flavour != TemplateFlavour.Compose && text[at] == escape)
            {
                at++;
            }
            else if (text[at] == '{')
            {
                open.Push(at);
            }
            else if (text[at] == '}' && open.TryPop(out var start))
            {
                found[start] = at;
            }
        }

        return found;
    }
}

using System.Globalization;
using System.Text;
using Seaworthy.Model.Declared.Terraform;

namespace Seaworthy.Reading.Formats.Hcl;

/// <summary>Texts of HCL: in quotes, or between a mark and its repetition. Both hold <c>${…}</c>.</summary>
/// <remarks>Source: HCL Native Syntax Specification, "Template Expressions".</remarks>
internal sealed class HclTextParser(SyntaxScanner scanner, HclExpressionParser expressions)
{
    private readonly List<HclExpression> pieces = [];
    private readonly StringBuilder literal = new();
    private int literalStart;

    /// <summary>At the first quote.</summary>
    public HclExpression ReadQuoted()
    {
        var open = scanner.At++;
        literalStart = scanner.At;
        while (!scanner.IsAtEnd && scanner.Current is not ('"' or '\n'))
        {
            if (scanner.Current == '\\')
            {
                ReadEscape();
            }
            else
            {
                ReadPiece();
            }
        }

        EndLiteral();
        if (scanner.Current == '"')
        {
            scanner.At++;
        }
        else
        {
            scanner.Report("the text is not closed", open);
        }

        return Result(open);
    }

    /// <summary>At <c>&lt;&lt;</c>.</summary>
    public HclExpression ReadHeredoc()
    {
        var open = scanner.At;
        scanner.At += 2;
        var isIndented = scanner.Take("-");
        if (scanner.ReadName() is not { } mark)
        {
            scanner.Report("a text lacks its mark", open);
            return new HclExpression.Unread(scanner.Span(open));
        }

        scanner.SkipLine();
        scanner.At = Math.Min(scanner.At + 1, scanner.End);
        var (end, next) = FindEnd(mark.Value);
        if (end == next)
        {
            scanner.Report($"the text is not closed by {mark.Value}", open);
        }

        var outer = scanner.End;
        scanner.End = end;
        literalStart = scanner.At;
        while (!scanner.IsAtEnd)
        {
            ReadPiece();
        }

        EndLiteral();
        scanner.End = outer;
        scanner.At = next;
        return isIndented && pieces is [HclExpression.Literal only]
            ? new HclExpression.Literal(Unindented(only.Text), true, scanner.Span(open))
            : Result(open);
    }

    /// <summary>Where the line of the mark begins and where it ends.</summary>
    private (int End, int Next) FindEnd(string mark) =>
        FindEnd(mark, isNesting: true) is var (end, next) && end < next ? (end, next) : FindEnd(mark, isNesting: false);

    /// <param name="mark">What ends the text, alone on its line.</param>
    /// <param name="isNesting">A text of the same mark may begin, and end, inside a <c>${…}</c> of this one.</param>
    private (int End, int Next) FindEnd(string mark, bool isNesting)
    {
        var (open, inside) = (0, 0);
        for (var at = scanner.At; at < scanner.End; )
        {
            var line = scanner.Text.IndexOf('\n', at, scanner.End - at);
            var end = line < 0 ? scanner.End : line;
            var text = scanner.Text.AsSpan(at, end - at).Trim();
            if (text.SequenceEqual(mark))
            {
                if (inside == 0)
                {
                    return (at, end);
                }

                inside--;
            }
            else if (isNesting)
            {
                open += text.Count('{') - text.Count('}');
                inside += open > 0 && text.EndsWith(mark, StringComparison.Ordinal) && IsBeginning(text[..^mark.Length]) ? 1 : 0;
            }

            at = end + 1;
        }

        return (scanner.End, scanner.End);
    }

    private static bool IsBeginning(ReadOnlySpan<char> before) => before is [.., '<', '<'] or [.., '<', '<', '-'];

    /// <summary>One character, or one hole.</summary>
    private void ReadPiece()
    {
        if (scanner.StartsWith("$${") || scanner.StartsWith("%%{"))
        {
            literal.Append(scanner.Current).Append('{');
            scanner.At += 3;
        }
        else if (scanner.Current is '$' or '%' && scanner.Next == '{')
        {
            EndLiteral();
            ReadHole(isDirective: scanner.Current == '%');
            literalStart = scanner.At;
        }
        else
        {
            literal.Append(scanner.Current);
            scanner.At++;
        }
    }

    private void ReadHole(bool isDirective)
    {
        var open = scanner.At;
        scanner.At += 2;
        _ = scanner.Take("~");
        if (isDirective)
        {
            // if, for, else, end: what is between them may be there or not.
            SkipDirective();
            pieces.Add(new HclExpression.Unread(scanner.Span(open)));
            return;
        }

        pieces.Add(expressions.Read(withLines: true));
        scanner.SkipBlanks(withLines: true);
        _ = scanner.Take("~");
        if (!scanner.Take("}"))
        {
            scanner.Report("'${' is not closed by '}'", open);
        }
    }

    private void SkipDirective()
    {
        while (!scanner.IsAtEnd && scanner.Current is not ('}' or '\n'))
        {
            scanner.At++;
        }

        _ = scanner.Take("}");
    }

    private void ReadEscape()
    {
        var code = scanner.Next;
        scanner.At = Math.Min(scanner.At + 2, scanner.End);
        var digits =
            code == 'u' ? 4
            : code == 'U' ? 8
            : 0;
        if (digits == 0)
        {
            literal.Append(
                code switch
                {
                    'n' => '\n',
                    'r' => '\r',
                    't' => '\t',
                    _ => code,
                }
            );
            return;
        }

        var length = Math.Min(digits, scanner.End - scanner.At);
        if (
            int.TryParse(
                scanner.Text.AsSpan(scanner.At, length),
                NumberStyles.AllowHexSpecifier,
                CultureInfo.InvariantCulture,
                out var rune
            ) && Rune.IsValid(rune)
        )
        {
            literal.Append(new Rune(rune));
            scanner.At += length;
        }
    }

    private void EndLiteral()
    {
        if (literal.Length > 0)
        {
            pieces.Add(new HclExpression.Literal(literal.ToString(), true, scanner.Span(literalStart)));
            literal.Clear();
        }
    }

    private HclExpression Result(int open) =>
        pieces switch
        {
            [] => new HclExpression.Literal("", true, scanner.Span(open)),
            [HclExpression.Literal { IsText: true } only] => only with { Span = scanner.Span(open) },
            _ => new HclExpression.Template([.. pieces], scanner.Span(open)),
        };

    private static string Unindented(string text)
    {
        var lines = text.Split('\n');
        var least = lines
            .Where(line => line.Trim().Length > 0)
            .Select(line => line.Length - line.TrimStart().Length)
            .DefaultIfEmpty()
            .Min();
        return string.Join('\n', lines.Select(line => line.Length >= least ? line[least..] : line.TrimStart()));
    }
}

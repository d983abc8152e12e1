using System.Globalization;
using System.Text;
using Seaworthy.Model.Declared.Bicep;

namespace Seaworthy.Reading.Formats.Bicep;

/// <summary>Texts of Bicep: in single quotes with <c>${…}</c>, or over several lines in three of them.</summary>
/// <remarks>Source: Bicep documentation, "Data types", Strings and Multi-line strings.</remarks>
internal sealed class BicepTextParser(SyntaxScanner scanner, BicepExpressionParser expressions)
{
    private const string Three = "'''";

    private readonly List<BicepExpression> pieces = [];
    private readonly StringBuilder literal = new();
    private int literalStart;

    /// <summary>At the first quote, or at the <c>$</c> before three of them.</summary>
    public BicepExpression Read()
    {
        var open = scanner.At;
        var dollars = 0;
        while (scanner.Current == '$')
        {
            dollars++;
            scanner.At++;
        }

        return scanner.StartsWith(Three) ? ReadLines(open, dollars) : ReadLine(open);
    }

    private BicepExpression ReadLine(int open)
    {
        scanner.At++;
        literalStart = scanner.At;
        while (!scanner.IsAtLineEnd && scanner.Current != '\'')
        {
            if (scanner.Current == '\\')
            {
                ReadEscape();
            }
            else if (scanner.Current == '$' && scanner.Next == '{')
            {
                ReadHole(2);
            }
            else
            {
                Append();
            }
        }

        EndLiteral();
        if (!scanner.Take("'"))
        {
            scanner.Report("the text is not closed", open);
        }

        return Result(open);
    }

    /// <param name="open">Where it begins.</param>
    /// <param name="dollars">As many of them begin a hole; without any there is none.</param>
    private BicepExpression ReadLines(int open, int dollars)
    {
        scanner.At += Three.Length;
        _ = scanner.Take("\r");
        _ = scanner.Take("\n");
        literalStart = scanner.At;
        var hole = dollars > 0 ? new string('$', dollars) + "{" : null;
        while (!scanner.IsAtEnd && !scanner.StartsWith(Three))
        {
            if (hole is not null && scanner.StartsWith(hole))
            {
                ReadHole(hole.Length);
            }
            else
            {
                Append();
            }
        }

        // Quotes before the last three belong to the text.
        while (scanner.StartsWith(Three) && scanner.At + Three.Length < scanner.End && scanner.Text[scanner.At + Three.Length] == '\'')
        {
            Append();
        }

        EndLiteral();
        if (!scanner.Take(Three))
        {
            scanner.Report("the text is not closed", open);
        }

        return Result(open);
    }

    private void Append()
    {
        literal.Append(scanner.Current);
        scanner.At++;
    }

    private void ReadHole(int length)
    {
        EndLiteral();
        var open = scanner.At;
        scanner.At += length;
        pieces.Add(expressions.Read(withLines: true));
        scanner.SkipBlanks(withLines: true);
        if (!scanner.Take("}"))
        {
            scanner.Report("'${' is not closed by '}'", open);
        }

        literalStart = scanner.At;
    }

    private void ReadEscape()
    {
        var code = scanner.Next;
        scanner.At = Math.Min(scanner.At + 2, scanner.End);
        if (code == 'u' && scanner.Current == '{')
        {
            var close = scanner.Text.IndexOf('}', scanner.At, Math.Min(8, scanner.End - scanner.At));
            if (
                close > 0
                && int.TryParse(
                    scanner.Text.AsSpan(scanner.At + 1, close - scanner.At - 1),
                    NumberStyles.AllowHexSpecifier,
                    CultureInfo.InvariantCulture,
                    out var rune
                )
                && Rune.IsValid(rune)
            )
            {
                literal.Append(new Rune(rune));
                scanner.At = close + 1;
            }

            return;
        }

        literal.Append(
            code switch
            {
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                _ => code,
            }
        );
    }

    private void EndLiteral()
    {
        if (literal.Length > 0)
        {
            pieces.Add(new BicepExpression.Literal(literal.ToString(), true, scanner.Span(literalStart)));
            literal.Clear();
        }
    }

    private BicepExpression Result(int open) =>
        pieces switch
        {
            [] => new BicepExpression.Literal("", true, scanner.Span(open)),
            [BicepExpression.Literal { IsText: true } only] => only with { Span = scanner.Span(open) },
            _ => new BicepExpression.Template([.. pieces], scanner.Span(open)),
        };
}

using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Bicep;

/// <summary>Types of Bicep, which are passed over: names, literals, unions, arrays and objects, over several lines within brackets or behind <c>|</c>.</summary>
/// <remarks>Source: Bicep documentation, "User-defined data types".</remarks>
internal static class BicepTypeScan
{
    /// <summary>Up to <c>=</c> or the end of its line; null where there is none.</summary>
    public static Fact<string>? Read(SyntaxScanner scanner, BicepExpressionParser expressions, bool stopsAtEquals = true)
    {
        scanner.SkipBlanks(withLines: false);
        var start = scanner.At;
        var end = start;
        var open = 0;
        while (!scanner.IsAtEnd)
        {
            if (scanner.Current is '\'' or '$')
            {
                _ = expressions.ReadText();
            }
            else if (open == 0 && (scanner.Current == '=' ? stopsAtEquals : scanner.IsAtLineEnd))
            {
                break;
            }
            else
            {
                open = Math.Max(0, open + Step(scanner.Current));
                scanner.At++;
            }

            end = scanner.At;
            scanner.SkipBlanks(withLines: open > 0);
            if (open == 0 && scanner.IsAtLineEnd)
            {
                SkipToBar(scanner);
            }
        }

        return end > start ? new Fact<string>(scanner.Text[start..end], scanner.Span(start, end)) : null;
    }

    private static int Step(char letter) =>
        letter switch
        {
            '{' or '[' or '(' => 1,
            '}' or ']' or ')' => -1,
            _ => 0,
        };

    /// <summary>A union may go on in the next line.</summary>
    private static void SkipToBar(SyntaxScanner scanner)
    {
        var at = scanner.At;
        scanner.SkipBlanks(withLines: true);
        scanner.At = scanner.Current == '|' ? scanner.At : at;
    }
}

using System.Globalization;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Evaluating;

/// <summary>Sums and products of whole numbers (<c>15 * 60 * 1000</c>), as programs write durations and sizes.</summary>
internal static class ArithmeticReader
{
    public static string? Read(TokenTrees trees, TokenRange range)
    {
        long sum = 0;
        long product = 1;
        var sign = 1;
        for (var at = range.First; at < range.End; at += 2)
        {
            if (
                !trees.IsKind(at, TokenKind.Number)
                || !long.TryParse(Literals.Number(trees.Text(at)), CultureInfo.InvariantCulture, out var number)
            )
            {
                return null;
            }

            product *= number;
            if (at + 1 == range.End)
            {
                return (sum + (sign * product)).ToString(CultureInfo.InvariantCulture);
            }

            if (trees.Is(at + 1, "+") || trees.Is(at + 1, "-"))
            {
                sum += sign * product;
                (product, sign) = (1, trees.Is(at + 1, "+") ? 1 : -1);
            }
            else if (!trees.Is(at + 1, "*"))
            {
                return null;
            }
        }

        return null;
    }
}

using System.Globalization;

namespace Seaworthy.Model.Declared.Workflows.Evaluation;

/// <summary>The number literals of expressions: any JSON number, and hexadecimal and octal integers.</summary>
public static class ExpressionNumber
{
    public static double? Parse(string text)
    {
        if (text.StartsWith("0x", StringComparison.Ordinal))
        {
            return long.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hexadecimal)
                ? hexadecimal
                : null;
        }

        if (text.StartsWith("0o", StringComparison.Ordinal))
        {
            return Octal(text.AsSpan(2));
        }

        const NumberStyles Styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return double.TryParse(text, Styles, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static double? Octal(ReadOnlySpan<char> digits)
    {
        double value = 0;
        foreach (var digit in digits)
        {
            if (digit is < '0' or > '7')
            {
                return null;
            }

            value = (value * 8) + (digit - '0');
        }

        return digits.IsEmpty ? null : value;
    }
}

using System.Globalization;

namespace Seaworthy.Reading.Formats.GoTemplate.Yaml;

/// <summary>The order in which keys are written: numbers in them count as numbers, and letters come behind what is none.</summary>
/// <remarks>go.yaml.in/yaml/v2, sorter.go.</remarks>
internal sealed class GoYamlKeys : IComparer<string>
{
    public static GoYamlKeys Order { get; } = new();

    public int Compare(string? x, string? y) =>
        x == y ? 0
        : IsLess(x ?? "", y ?? "") ? -1
        : 1;

    private static bool IsLess(string left, string right)
    {
        var isDigit = false;
        for (var at = 0; at < left.Length && at < right.Length; at++)
        {
            var (a, b) = (left[at], right[at]);
            if (a == b)
            {
                isDigit = IsDigit(a);
                continue;
            }

            var (isLetterA, isLetterB) = (char.IsLetter(a), char.IsLetter(b));
            return isLetterA && isLetterB ? a < b
                : isLetterA || isLetterB ? (isDigit ? isLetterA : isLetterB)
                : IsLessNumber(left, right, at);
        }

        return left.Length < right.Length;
    }

    private static bool IsLessNumber(string left, string right, int at)
    {
        long start = 0;
        if (left[at] == '0' || right[at] == '0')
        {
            for (var before = at - 1; before >= 0 && IsDigit(left[before]); before--)
            {
                if (left[before] != '0')
                {
                    start = 1;
                    break;
                }
            }
        }

        var (valueA, endA) = Number(left, at, start);
        var (valueB, endB) = Number(right, at, start);
        return valueA != valueB ? valueA < valueB
            : endA != endB ? endA < endB
            : left[at] < right[at];
    }

    private static (long Value, int End) Number(string text, int at, long value)
    {
        for (; at < text.Length && IsDigit(text[at]); at++)
        {
            value = unchecked((value * 10) + text[at] - '0');
        }

        return (value, at);
    }

    private static bool IsDigit(char character) => char.GetUnicodeCategory(character) == UnicodeCategory.DecimalDigitNumber;
}

using System.Globalization;
using Seaworthy.Reading.Formats.GoTemplate.Running;
using Seaworthy.Reading.Formats.GoTemplate.Values;

namespace Seaworthy.Reading.Formats.GoTemplate.Sprig;

/// <summary>Types and conversions of Sprig.</summary>
/// <remarks>Masterminds/sprig v3, numeric.go, reflect.go, strings.go (strval); spf13/cast.</remarks>
internal static class SprigConversions
{
    public static void AddTo(GoFunctions functions)
    {
        functions.Add("int", "a", arguments => (nint)Integer(arguments[0]));
        functions.Add("int64", "a", arguments => Integer(arguments[0]));
        functions.Add("float64", "a", arguments => Real(arguments[0]));
        functions.Add(
            "atoi",
            "s",
            arguments => long.TryParse(Text(arguments[0]), Signed, Invariant, out var number) ? (nint)number : (nint)0
        );
        functions.Add("toDecimal", "a", arguments => Octal(Text(arguments[0])));
        functions.Add("toString", "a", arguments => Text(arguments[0]));
        functions.Add("toStrings", "a", arguments => new GoList([.. Texts(arguments[0])], GoList.OfText));
        functions.Add("typeOf", "a", arguments => GoKinds.Type(arguments[0]));
        functions.Add("typeIs", "sa", arguments => Text(arguments[0]) == GoKinds.Type(arguments[1]));
        functions.Add("typeIsLike", "sa", arguments => GoKinds.Type(arguments[1]).TrimStart('*') == Text(arguments[0]).TrimStart('*'));
        functions.Add("kindOf", "a", arguments => GoKinds.Kind(arguments[0]));
        functions.Add("kindIs", "sa", arguments => Text(arguments[0]) == GoKinds.Kind(arguments[1]));
        functions.Add("deepEqual", "aa", arguments => GoKinds.AreEqual(arguments[0], arguments[1]));
    }

    private const NumberStyles Signed = NumberStyles.AllowLeadingSign;

    private static CultureInfo Invariant => CultureInfo.InvariantCulture;

    /// <summary>As <c>strval</c> does.</summary>
    public static string Text(object? value) =>
        value switch
        {
            string text => text,
            byte[] bytes => System.Text.Encoding.UTF8.GetString(bytes),
            _ => GoPrint.Text(value),
        };

    /// <summary>As <c>strslice</c> does: a list of texts, of one for what is no list.</summary>
    public static IEnumerable<string> Texts(object? value) =>
        value switch
        {
            null => [],
            GoList list => list.Items.Where(item => item is not null || list.Type != GoList.OfAnything).Select(Text),
            _ => [Text(value)],
        };

    public static long Integer(object? value) =>
        value switch
        {
            nint number => number,
            long number => number,
            ulong number => (long)number,
            byte number => number,
            double number => Truncate(number),
            bool truth => truth ? 1 : 0,
            TimeSpan span => span.Ticks * 100,
            string text => FromText(text),
            _ => 0,
        };

    private static long Truncate(double number) =>
        double.IsNaN(number) || number >= 9.3e18 || number <= -9.3e18 ? long.MinValue : (long)Math.Truncate(number);

    private static long FromText(string text)
    {
        var whole = text;
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        if (dot > 0 && text.AsSpan(dot + 1).Trim('0').IsEmpty)
        {
            whole = text[..dot];
        }

        return GoNumbers.ParseInteger(whole) ?? 0;
    }

    public static double Real(object? value) =>
        value switch
        {
            double number => number,
            string text => double.TryParse(text, NumberStyles.Float, Invariant, out var number) ? number : 0,
            _ => Integer(value),
        };

    private static long Octal(string text)
    {
        long value = 0;
        foreach (var digit in text)
        {
            if (digit is < '0' or > '7' || value > long.MaxValue / 8)
            {
                return 0;
            }

            value = (value * 8) + digit - '0';
        }

        return value;
    }
}

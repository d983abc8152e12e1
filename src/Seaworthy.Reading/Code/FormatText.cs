using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Code;

/// <summary>Format strings with places for values, to a concatenation.</summary>
internal static class FormatText
{
    /// <summary>Go's <c>fmt.Sprintf("%s:%d", host, port)</c>.</summary>
    /// <remarks>Source: Go package documentation, "fmt".</remarks>
    public static CodeValue Percent(string format, IReadOnlyList<CodeValue> values, SourceSpan span)
    {
        List<CodeValue> parts = [];
        var next = 0;
        var start = 0;
        for (var at = format.IndexOf('%', StringComparison.Ordinal); at >= 0 && at + 1 < format.Length; at = format.IndexOf('%', start))
        {
            var end = at + 1;
            while (end < format.Length && format[end] is '+' or '-' or '#' or ' ' or '.' or (>= '0' and <= '9'))
            {
                end++;
            }

            Add(parts, format[start..at], span);
            start = Math.Min(end + 1, format.Length);
            if (end < format.Length && format[end] == '%')
            {
                Add(parts, "%", span);
            }
            else
            {
                parts.Add(
                    next < values.Count ? values[next++] : new CodeValue.Unknown("its format has more placeholders than values", span)
                );
            }
        }

        Add(parts, format[start..], span);
        return parts is [var only] ? only : new CodeValue.Concatenation(parts, span);
    }

    /// <summary>Rust's <c>format!("{}:{port}", host)</c>.</summary>
    /// <param name="name">What a name in braces is worth.</param>
    /// <remarks>Source: Rust standard library, "std::fmt".</remarks>
    public static CodeValue Braces(string format, IReadOnlyList<CodeValue> values, Func<string, CodeValue> name, SourceSpan span)
    {
        List<CodeValue> parts = [];
        var text = "";
        var next = 0;
        for (var at = 0; at < format.Length; at++)
        {
            var isDoubled = at + 1 < format.Length && format[at + 1] == format[at];
            if (format[at] is not ('{' or '}') || isDoubled)
            {
                var end = format.AsSpan(at + 1).IndexOfAny('{', '}');
                var stop =
                    isDoubled && format[at] is '{' or '}' ? at + 1
                    : end < 0 ? format.Length
                    : at + 1 + end;
                text += format[at..stop];
                at = isDoubled && format[at] is '{' or '}' ? at + 1 : stop - 1;
                continue;
            }

            var close = format.IndexOf('}', at);
            if (close < 0)
            {
                break;
            }

            Add(parts, text, span);
            text = "";
            var hole = format[(at + 1)..close].Split(':')[0];
            parts.Add(Hole(hole, values, ref next, name, span));
            at = close;
        }

        Add(parts, text, span);
        return parts is [var only] ? only : new CodeValue.Concatenation(parts, span);
    }

    private static CodeValue Hole(string hole, IReadOnlyList<CodeValue> values, ref int next, Func<string, CodeValue> name, SourceSpan span)
    {
        if (hole.Length > 0 && !char.IsAsciiDigit(hole[0]))
        {
            return name(hole);
        }

        var index = hole.Length > 0 && int.TryParse(hole, out var given) ? given : next++;
        return index < values.Count ? values[index] : new CodeValue.Unknown("its format has more placeholders than values", span);
    }

    private static void Add(List<CodeValue> parts, string text, SourceSpan span)
    {
        if (text.Length > 0)
        {
            parts.Add(new CodeValue.Literal(text, span));
        }
    }
}

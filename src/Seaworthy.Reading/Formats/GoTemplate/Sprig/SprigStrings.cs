using System.Globalization;
using System.Text;
using Seaworthy.Reading.Formats.GoTemplate.Running;
using Seaworthy.Reading.Formats.GoTemplate.Syntax;
using Seaworthy.Reading.Formats.GoTemplate.Values;

namespace Seaworthy.Reading.Formats.GoTemplate.Sprig;

/// <summary>Texts of Sprig.</summary>
/// <remarks>Masterminds/sprig v3, strings.go and functions.go.</remarks>
internal static class SprigStrings
{
    public static void AddTo(GoFunctions functions)
    {
        AddCases(functions);
        AddTrims(functions);
        AddParts(functions);
        functions.Add("quote", "a*", arguments => Join(arguments, value => GoQuoted.Quote(SprigConversions.Text(value))));
        functions.Add("squote", "a*", arguments => Join(arguments, value => $"'{GoPrint.Text(value)}'"));
        functions.Add("cat", "a*", arguments => Join(arguments, GoPrint.Text));
        functions.AddOfRun("indent", "is", (run, arguments) => run.Traces.Indented(Text(arguments[1]), Pad(arguments[0]), false));
        functions.AddOfRun("nindent", "is", (run, arguments) => run.Traces.Indented(Text(arguments[1]), Pad(arguments[0]), true));
        functions.Add("replace", "sss", arguments => Replace(Text(arguments[2]), Text(arguments[0]), Text(arguments[1])));
        functions.AddOfRun("repeat", "is", Repeat);
        functions.Add("plural", "ssi", arguments => arguments[2] is nint and 1 ? arguments[0] : arguments[1]);
        functions.Add("contains", "ss", arguments => Text(arguments[1]).Contains(Text(arguments[0]), StringComparison.Ordinal));
        functions.Add("hasPrefix", "ss", arguments => Text(arguments[1]).StartsWith(Text(arguments[0]), StringComparison.Ordinal));
        functions.Add("hasSuffix", "ss", arguments => Text(arguments[1]).EndsWith(Text(arguments[0]), StringComparison.Ordinal));
        functions.Add("nospace", "s", arguments => string.Concat(Text(arguments[0]).Where(one => !char.IsWhiteSpace(one))));
        functions.Add("initials", "s", arguments => Initials(Text(arguments[0])));
        functions.Add("shuffle", "s", arguments => arguments[0]);
        functions.Add("abbrev", "is", arguments => Abbreviate(Int(arguments[0]), Text(arguments[1])));
        functions.Add("abbrevboth", "iis", arguments => Abbreviate(Int(arguments[1]), Text(arguments[2])));
        functions.Add("wrap", "is", arguments => Wrap(Text(arguments[1]), Int(arguments[0]), "\n", false));
        functions.Add("wrapWith", "iss", arguments => Wrap(Text(arguments[2]), Int(arguments[0]), Text(arguments[1]), true));
    }

    private static void AddCases(GoFunctions functions)
    {
        functions.Add("upper", "s", arguments => Text(arguments[0]).ToUpperInvariant());
        functions.Add("lower", "s", arguments => Text(arguments[0]).ToLowerInvariant());
        functions.Add("title", "s", arguments => SprigCases.Title(Text(arguments[0]), char.ToUpperInvariant));
        functions.Add("untitle", "s", arguments => SprigCases.Title(Text(arguments[0]), char.ToLowerInvariant));
        functions.Add("swapcase", "s", arguments => SprigCases.Swap(Text(arguments[0])));
        functions.Add("snakecase", "s", arguments => SprigCases.Separated(Text(arguments[0]), '_'));
        functions.Add("kebabcase", "s", arguments => SprigCases.Separated(Text(arguments[0]), '-'));
        functions.Add("camelcase", "s", arguments => SprigCases.Pascal(Text(arguments[0])));
    }

    private static void AddTrims(GoFunctions functions)
    {
        functions.AddOfRun("trim", "s", (run, arguments) => Trim(run, Text(arguments[0])));
        functions.Add("trimAll", "ss", arguments => Text(arguments[1]).Trim(Text(arguments[0]).ToCharArray()));
        functions.Add("trimall", "ss", arguments => Text(arguments[1]).Trim(Text(arguments[0]).ToCharArray()));
        functions.AddOfRun(
            "trimSuffix",
            "ss",
            (run, arguments) =>
                Text(arguments[0]) is { Length: > 0 } end && Text(arguments[1]).EndsWith(end, StringComparison.Ordinal)
                    ? run.Traces.Cut(Text(arguments[1]), 0, Text(arguments[1]).Length - end.Length)
                    : arguments[1]
        );
        functions.AddOfRun(
            "trimPrefix",
            "ss",
            (run, arguments) =>
                Text(arguments[0]) is { Length: > 0 } start && Text(arguments[1]).StartsWith(start, StringComparison.Ordinal)
                    ? run.Traces.Cut(Text(arguments[1]), start.Length, Text(arguments[1]).Length - start.Length)
                    : arguments[1]
        );
    }

    private static void AddParts(GoFunctions functions)
    {
        functions.Add("trunc", "is", arguments => Truncate(Int(arguments[0]), Text(arguments[1])));
        functions.Add("substr", "iis", arguments => Part(Int(arguments[0]), Int(arguments[1]), Text(arguments[2])));
        functions.Add("splitList", "ss", arguments => new GoList([.. Split(Text(arguments[1]), Text(arguments[0]))], GoList.OfText));
        functions.Add("split", "ss", arguments => Numbered(Split(Text(arguments[1]), Text(arguments[0]))));
        functions.Add("splitn", "sis", arguments => Numbered(SplitFirst(arguments)));
        functions.Add("join", "sa", arguments => string.Join(Text(arguments[0]), SprigConversions.Texts(arguments[1])));
        functions.Add("sortAlpha", "a", arguments => Sorted(arguments[0]));
    }

    private static string Text(object? value) => (string?)value ?? "";

    private static int Int(object? value) => value is nint number ? (int)Math.Clamp(number, int.MinValue, int.MaxValue) : 0;

    private static string Pad(object? count) =>
        Int(count) is >= 0 and <= 10_000 and var spaces ? new string(' ', spaces) : throw new GoCallFault("strings: negative Repeat count");

    private static string Join(IReadOnlyList<object?> values, Func<object?, string> write) =>
        string.Join(' ', values.Where(value => value is not null).Select(write)) is var text && values.Count > 0 ? text : "";

    private static string Replace(string text, string old, string with)
    {
        if (old.Length > 0)
        {
            return text.Replace(old, with, StringComparison.Ordinal);
        }

        return with + string.Concat(text.EnumerateRunes().Select(rune => rune + with));
    }

    private static object Repeat(GoRun run, IReadOnlyList<object?> arguments)
    {
        var (count, text) = (Int(arguments[0]), Text(arguments[1]));
        if (count < 0)
        {
            throw new GoCallFault("strings: negative Repeat count");
        }

        return (long)count * text.Length <= run.Limits.Length
            ? new StringBuilder().Insert(0, text, count).ToString()
            : throw new GoCallFault("the text is too long", GoFaultKind.Limit);
    }

    private static string Trim(GoRun run, string text)
    {
        var start = text.Length - text.TrimStart().Length;
        return run.Traces.Cut(text, start, text.Trim().Length);
    }

    private static string Truncate(int count, string text)
    {
        var length = GoText.Length(text);
        return count < 0 && length + count > 0 ? GoText.Slice(text, length + count, length)
            : count >= 0 && length > count ? GoText.Slice(text, 0, count)
            : text;
    }

    private static string Part(int start, int end, string text)
    {
        var length = GoText.Length(text);
        if (start < 0)
        {
            return end >= 0 && end <= length ? GoText.Slice(text, 0, end) : throw OutOfRange();
        }

        var to = end < 0 || end > length ? length : end;
        return start <= to ? GoText.Slice(text, start, to) : throw OutOfRange();
    }

    private static GoCallFault OutOfRange() => new("runtime error: slice bounds out of range");

    private static IEnumerable<string> Split(string text, string separator) =>
        separator.Length > 0 ? text.Split(separator) : text.EnumerateRunes().Select(rune => rune.ToString());

    private static IEnumerable<string> SplitFirst(IReadOnlyList<object?> arguments) =>
        Int(arguments[1]) switch
        {
            0 => [],
            > 0 and var count => Text(arguments[2]).Split(Text(arguments[0]), count),
            _ => Split(Text(arguments[2]), Text(arguments[0])),
        };

    private static GoMap Numbered(IEnumerable<string> parts)
    {
        GoMap map = new(GoMap.OfText);
        foreach (var part in parts)
        {
            map["_" + map.Count.ToString(CultureInfo.InvariantCulture)] = part;
        }

        return map;
    }

    private static GoList Sorted(object? value)
    {
        string[] texts = [.. SprigConversions.Texts(value)];
        Array.Sort(texts, GoText.Compare);
        return new GoList(texts, GoList.OfText);
    }

    private static string Initials(string text) =>
        string.Concat(text.Split([' ', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(word => word[0]));

    private static string Abbreviate(int width, string text)
    {
        if (width < 4)
        {
            throw new GoCallFault("Minimum abbreviation width is 4");
        }

        return text.Length <= width ? text : text[..(width - 3)] + "...";
    }

    /// <remarks>Masterminds/goutils, wordutils.go, WrapCustom.</remarks>
    private static string Wrap(string text, int width, string with, bool breaksWords)
    {
        var size = Math.Max(width, 1);
        StringBuilder result = new(text.Length);
        var at = 0;
        while (text.Length - at > size)
        {
            if (text[at] == ' ')
            {
                at++;
                continue;
            }

            var space = text.LastIndexOf(' ', at + size, size + 1);
            var end = space >= at ? space : at + size;
            if (space < at && !breaksWords)
            {
                end = text.IndexOf(' ', at + size) is >= 0 and var next ? next : text.Length;
            }

            result.Append(text, at, end - at);
            result.Append(end < text.Length || breaksWords ? with : "");
            at = end < text.Length && text[end] == ' ' ? end + 1 : end;
        }

        return result.Append(text, at, text.Length - at).ToString();
    }
}

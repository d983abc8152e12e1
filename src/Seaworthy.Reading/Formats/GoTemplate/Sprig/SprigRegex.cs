using System.Text;
using System.Text.RegularExpressions;
using Seaworthy.Reading.Formats.GoTemplate.Running;
using Seaworthy.Reading.Formats.GoTemplate.Values;

namespace Seaworthy.Reading.Formats.GoTemplate.Sprig;

/// <summary>Regular expressions of Sprig.</summary>
/// <remarks>Masterminds/sprig v3, regex.go.</remarks>
internal static class SprigRegex
{
    public static void AddTo(GoFunctions functions)
    {
        Add(functions, "regexMatch", "ss", arguments => GoRegex.Of(Text(arguments[0])).IsMatch(Text(arguments[1])));
        Add(functions, "regexFind", "ss", arguments => GoRegex.Of(Text(arguments[0])).Match(Text(arguments[1])).Value);
        Add(functions, "regexFindAll", "ssi", FindAll);
        Add(functions, "regexReplaceAll", "sss", arguments => Replace(arguments, isLiteral: false));
        Add(functions, "regexReplaceAllLiteral", "sss", arguments => Replace(arguments, isLiteral: true));
        Add(functions, "regexSplit", "ssi", Split);
        functions.Add("regexQuoteMeta", "s", arguments => Quote(Text(arguments[0])));
    }

    private static void Add(GoFunctions functions, string name, string parameters, Func<IReadOnlyList<object?>, object?> call)
    {
        Func<IReadOnlyList<object?>, object?> within = arguments =>
        {
            try
            {
                return call(arguments);
            }
            catch (RegexMatchTimeoutException)
            {
                throw new GoCallFault("the regular expression takes too long", GoFaultKind.Limit);
            }
        };
        functions.Add(name, parameters, within);
        functions.Add("must" + char.ToUpperInvariant(name[0]) + name[1..], parameters, within);
    }

    private static string Text(object? value) => (string?)value ?? "";

    private static object FindAll(IReadOnlyList<object?> arguments)
    {
        var count = arguments[2] is nint and >= 0 and var given ? (int)Math.Min((nint)given, int.MaxValue) : int.MaxValue;
        var matches = GoRegex.Of(Text(arguments[0])).Matches(Text(arguments[1])).Take(count).Select(match => (object?)match.Value);
        return new GoList([.. matches], GoList.OfText);
    }

    private static object Replace(IReadOnlyList<object?> arguments, bool isLiteral)
    {
        var with = Text(arguments[2]);
        return GoRegex
            .Of(Text(arguments[0]))
            .Replace(Text(arguments[1]), match => isLiteral || !with.Contains('$', StringComparison.Ordinal) ? with : Expand(with, match));
    }

    /// <summary><c>$1</c>, <c>${1}</c>, <c>$name</c>; a name is as long as it can be.</summary>
    private static string Expand(string template, Match match)
    {
        StringBuilder text = new();
        for (var at = 0; at < template.Length; at++)
        {
            if (template[at] != '$' || at + 1 >= template.Length)
            {
                text.Append(template[at]);
                continue;
            }

            if (template[at + 1] == '$')
            {
                text.Append('$');
                at++;
                continue;
            }

            var isBraced = template[at + 1] == '{';
            var start = at + (isBraced ? 2 : 1);
            var end = start;
            while (end < template.Length && (char.IsAsciiLetterOrDigit(template[end]) || template[end] == '_'))
            {
                end++;
            }

            if (end == start || (isBraced && (end >= template.Length || template[end] != '}')))
            {
                text.Append('$');
                continue;
            }

            text.Append(match.Groups[template[start..end]].Value);
            at = isBraced ? end : end - 1;
        }

        return text.ToString();
    }

    private static object Split(IReadOnlyList<object?> arguments)
    {
        var text = Text(arguments[1]);
        var limit = arguments[2] is nint given ? given : -1;
        List<object?> parts = [];
        if (limit == 0)
        {
            return new GoList(parts, GoList.OfText);
        }

        var from = 0;
        foreach (Match match in GoRegex.Of(Text(arguments[0])).Matches(text))
        {
            if (limit > 0 && parts.Count == limit - 1)
            {
                break;
            }

            if (match.Length == 0 && (match.Index == 0 || match.Index == text.Length))
            {
                continue;
            }

            parts.Add(text[from..match.Index]);
            from = match.Index + match.Length;
        }

        parts.Add(text[from..]);
        return new GoList(parts, GoList.OfText);
    }

    private static string Quote(string text) =>
        string.Concat(text.Select(one => "\\.+*?()|[]{}^$".Contains(one, StringComparison.Ordinal) ? "\\" + one : one.ToString()));
}

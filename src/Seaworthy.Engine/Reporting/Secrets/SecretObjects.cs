using Seaworthy.Model.Source;

namespace Seaworthy.Engine.Reporting.Secrets;

/// <summary>The data of Kubernetes' Secrets as it is written: in a template, which has no objects before it is rendered, and under a key that is misspelt.</summary>
internal static class SecretObjects
{
    private const int Least = 4;
    private const string Kind = "kind: Secret";

    private static readonly string[] Keys = ["stringdata:", "data:"];

    public static IEnumerable<SecretArea> In(SourceFile file)
    {
        if (!file.Text.Contains(Kind, StringComparison.Ordinal))
        {
            yield break;
        }

        for (var first = 1; first <= file.Lines.Count; )
        {
            var last = first;
            var isSecret = false;
            for (; last <= file.Lines.Count && (last == first || !IsBetween(file.Lines.TextOf(last))); last++)
            {
                isSecret |= file.Lines.TextOf(last).Trim(' ', '-', '\r').Equals(Kind, StringComparison.Ordinal);
            }

            foreach (var area in isSecret ? In(file, first, last) : [])
            {
                yield return area;
            }

            first = last;
        }
    }

    private static bool IsBetween(string line) => line.StartsWith("---", StringComparison.Ordinal);

    private static IEnumerable<SecretArea> In(SourceFile file, int first, int behind)
    {
        for (var line = first; line < behind; line++)
        {
            var text = file.Lines.TextOf(line);
            var key = text.TrimStart(' ', '-');
            if (!Array.Exists(Keys, word => key.StartsWith(word, StringComparison.OrdinalIgnoreCase)))
            {
                continue;
            }

            var column = text.Length - key.Length;
            // Its own name is no value of it.
            var start = file.Lines.StartOf(line) + column;
            while (line + 1 < behind && file.Lines.TextOf(line + 1) is var next && (next.Trim().Length == 0 || Indentation(next) > column))
            {
                line++;
            }

            yield return SecretArea.OfLines(start, file.Lines.StartOf(line) + file.Lines.TextOf(line).Length, Values);
        }
    }

    private static int Indentation(string line) => line.Length - line.TrimStart(' ').Length;

    /// <summary>What stands behind colons; a line without one goes on with the value of a line above.</summary>
    public static IEnumerable<Range> Values(string line)
    {
        var hasKey = line.TrimEnd().EndsWith(':');
        for (var colon = Colon(line, 0); colon >= 0; )
        {
            hasKey = true;
            var start = colon + 1;
            while (start < line.Length && line[start] is ' ' or '"' or '\'')
            {
                start++;
            }

            var end = End(line, start);
            if (
                line[start..end].TrimEnd(' ', '\r', '"', '\'', '}') is { Length: >= Least } value
                && (value[0] is not '{' || value is ['{', '{', ..])
            )
            {
                foreach (var part in Parts(line, start, start + value.Length))
                {
                    yield return part;
                }
            }

            colon = Colon(line, Math.Max(colon + 1, line[start - 1] is '"' or '\'' ? end : 0));
        }

        if (!hasKey && line.Trim() is { Length: >= Least } whole && whole[0] is not '#')
        {
            var start = line.IndexOf(whole, StringComparison.Ordinal);
            foreach (var part in Parts(line, start, start + whole.Length))
            {
                yield return part;
            }
        }
    }

    /// <summary>A comma in quotation marks is a letter of the value.</summary>
    private static int End(string line, int start)
    {
        var from = start;
        if (line[start - 1] is '"' or '\'' && QuotedText.End(line, start, line[start - 1]) is >= 0 and var close)
        {
            from = close;
        }

        return line.IndexOf(", ", from, StringComparison.Ordinal) is >= 0 and var comma ? comma : line.Length;
    }

    /// <summary>What is written out beside references to values: <c>X {{ .Values.a }}</c>.</summary>
    private static IEnumerable<Range> Parts(string line, int start, int end)
    {
        while (start < end)
        {
            var open = line.IndexOf("{{", start, end - start, StringComparison.Ordinal) is >= 0 and var at ? at : end;
            var first = start;
            var last = open;
            while (first < last && line[first] is ' ' or '"')
            {
                first++;
            }

            while (last > first && line[last - 1] is ' ' or '"')
            {
                last--;
            }

            if (last - first >= Least)
            {
                yield return first..last;
            }

            var close = open < end ? line.IndexOf("}}", open, StringComparison.Ordinal) : -1;
            start = close < 0 ? end : close + 2;
        }
    }

    private static int Colon(string line, int from) => from < line.Length ? line.IndexOf(": ", from, StringComparison.Ordinal) : -1;
}

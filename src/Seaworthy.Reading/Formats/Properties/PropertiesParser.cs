using System.Globalization;
using System.Text;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Lines;

namespace Seaworthy.Reading.Formats.Properties;

/// <summary>Java's .properties files: <c>key=value</c>, <c>key: value</c>, comments with <c>#</c> or <c>!</c>, lines that go on behind a backslash.</summary>
/// <remarks>Source: Java SE API, <c>java.util.Properties.load</c>; for documents, Spring Boot reference, "Working With Multi-Document Files".</remarks>
internal static class PropertiesParser
{
    /// <summary>The documents of a file; <c>#---</c> and <c>!---</c> part them.</summary>
    public static IReadOnlyList<IReadOnlyList<PropertyLine>> Parse(SourceFile file)
    {
        List<IReadOnlyList<PropertyLine>> documents = [];
        List<PropertyLine> document = [];
        using var lines = SourceLine.Of(file).GetEnumerator();
        while (lines.MoveNext())
        {
            var line = lines.Current;
            var text = line.Trimmed;
            if (text is "#---" or "!---")
            {
                documents.Add(document);
                document = [];
            }
            else if (text.Length > 0 && text[0] is not ('#' or '!'))
            {
                document.Add(Read(line, Rest(line, lines)));
            }
        }

        documents.Add(document);
        return documents;
    }

    /// <summary>What the lines after this one add to it.</summary>
    private static string Rest(SourceLine line, IEnumerator<SourceLine> lines)
    {
        StringBuilder rest = new();
        for (var last = line.Text; GoesOn(last) && lines.MoveNext(); )
        {
            last = lines.Current.Text;
            rest.Append(last.AsSpan().TrimStart());
            rest.Length -= GoesOn(last) ? 1 : 0;
        }

        return rest.ToString();
    }

    // An even number of backslashes is escaped backslashes.
    private static bool GoesOn(string text)
    {
        var count = 0;
        while (count < text.Length && text[^(count + 1)] == '\\')
        {
            count++;
        }

        return count % 2 == 1;
    }

    private static PropertyLine Read(SourceLine line, string rest)
    {
        var text = GoesOn(line.Text) ? line.Text[..^1] : line.Text;
        var start = line.Indent;
        var end = start;
        while (end < text.Length && text[end] is not ('=' or ':' or ' ' or '\t'))
        {
            end += text[end] == '\\' ? 2 : 1;
        }

        end = Math.Min(end, text.Length);
        var value = end;
        while (value < text.Length && text[value] is ' ' or '\t')
        {
            value++;
        }

        value += value < text.Length && text[value] is '=' or ':' ? 1 : 0;
        while (value < text.Length && text[value] is ' ' or '\t')
        {
            value++;
        }

        return new PropertyLine(
            Unescape(text[start..end]),
            Unescape(text[value..] + rest).TrimEnd(),
            line.Part(start, end - start),
            line.Part(value, text.Length - value)
        );
    }

    private static string Unescape(string text)
    {
        if (!text.Contains('\\', StringComparison.Ordinal))
        {
            return text;
        }

        StringBuilder plain = new(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] != '\\' || at + 1 == text.Length)
            {
                plain.Append(text[at]);
                continue;
            }

            at++;
            if (
                text[at] == 'u'
                && at + 4 < text.Length
                && ushort.TryParse(text.AsSpan(at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            )
            {
                plain.Append((char)code);
                at += 4;
            }
            else
            {
                plain.Append(
                    text[at] switch
                    {
                        'n' => '\n',
                        't' => '\t',
                        'r' => '\r',
                        var other => other,
                    }
                );
            }
        }

        return plain.ToString();
    }
}

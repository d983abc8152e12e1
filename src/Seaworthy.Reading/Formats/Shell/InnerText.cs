using System.Text;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Shell;

/// <summary>The text of a word that is itself a script (<c>sh -c "…"</c>): quotes undone, variables left as written, each character still tied to its place.</summary>
internal static class InnerText
{
    public static MappedText Of(ShellWord word)
    {
        // Where the word was folded or escaped by a surrounding format, its raw text and its place differ: then every character points at the word.
        var places = Places(word);
        StringBuilder text = new();
        List<MappedSegment> segments = [];
        var quote = '\0';
        for (var at = 0; at < word.Raw.Length; at++)
        {
            var character = word.Raw[at];
            if (quote == '\0' ? character is '\'' or '"' : character == quote)
            {
                quote = quote == '\0' ? character : '\0';
                continue;
            }

            if (IsEscape(word.Raw, at, quote))
            {
                at++;
                if (word.Raw[at] == '\n')
                {
                    continue;
                }
            }

            Place(segments, text.Length, places is null ? word.Span.Start : places[at], places is not null);
            text.Append(word.Raw[at]);
        }

        return new MappedText(text.ToString(), word.Span.File, segments);
    }

    /// <summary>Several words as the other machine's shell reads them: <c>ssh</c> sends them with blanks between.</summary>
    /// <remarks>Source: OpenSSH, ssh(1): "the command and its arguments are sent separated by spaces".</remarks>
    public static MappedText Of(IReadOnlyList<ShellWord> words)
    {
        StringBuilder text = new();
        List<MappedSegment> segments = [];
        foreach (var word in words)
        {
            if (text.Length > 0)
            {
                segments.Add(new MappedSegment(text.Length, word.Span.Start));
                text.Append(' ');
            }

            var own = Of(word);
            segments.AddRange(own.Segments.Select(segment => segment with { Offset = text.Length + segment.Offset }));
            text.Append(own.Text);
        }

        return new MappedText(text.ToString(), words[0].Span.File, segments);
    }

    /// <summary>Where each character of the raw text stands in the file; null where that is unknown. A YAML block takes the indentation from each line, and nothing else.</summary>
    private static int[]? Places(ShellWord word)
    {
        var raw = word.Raw.Split('\n');
        var written = word.Span.Text.Split('\n');
        if (raw.Length != written.Length)
        {
            return null;
        }

        var places = new int[word.Raw.Length];
        var at = 0;
        var source = word.Span.Start;
        for (var line = 0; line < raw.Length; line++)
        {
            var indentation = written[line].Length - raw[line].Length;
            if (
                indentation < 0
                || (line == 0 && indentation > 0)
                || !written[line].EndsWith(raw[line], StringComparison.Ordinal)
                || !string.IsNullOrWhiteSpace(written[line][..indentation])
            )
            {
                return null;
            }

            // The line break is a character, too.
            for (var column = 0; column <= raw[line].Length && at < places.Length; column++)
            {
                places[at++] = source + indentation + column;
            }

            source += written[line].Length + 1;
        }

        return places;
    }

    private static bool IsEscape(string raw, int at, char quote) =>
        raw[at] == '\\' && at + 1 < raw.Length && (quote == '\0' || (quote == '"' && raw[at + 1] is '"' or '\\' or '$' or '`' or '\n'));

    private static void Place(List<MappedSegment> segments, int offset, int source, bool isExact)
    {
        if (!isExact || segments.Count == 0 || segments[^1].Source + (offset - segments[^1].Offset) != source)
        {
            segments.Add(new MappedSegment(offset, source));
        }
    }
}

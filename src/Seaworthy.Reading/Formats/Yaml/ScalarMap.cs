using Seaworthy.Model.Source;
using YamlDotNet.Core;

namespace Seaworthy.Reading.Formats.Yaml;

/// <summary>Where each character of a scalar's value is in the file: indentation, folding, quotes and escapes undone.</summary>
/// <remarks>YAML 1.2, chapters 7 (flow scalars) and 8.1 (block scalars).</remarks>
internal sealed class ScalarMap(string text, string value, int begin, int end, ScalarStyle style)
{
    private readonly List<MappedSegment> segments = [];
    private int source = begin;
    private int length;

    public IReadOnlyList<MappedSegment> Build()
    {
        switch (style)
        {
            case ScalarStyle.Literal:
                SkipHeader();
                AlignLines();
                break;
            case ScalarStyle.Folded:
                SkipHeader();
                Align();
                break;
            case ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted:
                source++;
                Align();
                break;
            default:
                Align();
                break;
        }

        return segments;
    }

    private void SkipHeader() => source = text.IndexOf('\n', source, end - source) is var found and >= 0 ? found + 1 : end;

    /// <summary>A literal's lines are the file's lines without their indentation, one to one.</summary>
    private void AlignLines()
    {
        for (var at = 0; at < value.Length && source < end; )
        {
            var valueEnd = value.IndexOf('\n', at) is var found and >= 0 ? found : value.Length;
            var lineEnd = text.IndexOf('\n', source, text.Length - source) is var broken and >= 0 ? broken : text.Length;
            var contentEnd = lineEnd > source && lineEnd < text.Length && text[lineEnd - 1] == '\r' ? lineEnd - 1 : lineEnd;
            segments.Add(new MappedSegment(at, Math.Max(source, contentEnd - (valueEnd - at))));
            at = valueEnd + 1;
            source = Math.Min(lineEnd + 1, text.Length);
        }
    }

    /// <summary>Everything but blanks is in the file in the order of the value; a blank that folding made stands where the line breaks.</summary>
    private void Align()
    {
        for (var at = 0; at < value.Length && source < end; )
        {
            SkipContinuations();
            var width = IsBlank(value[at]) ? TakeBlank(value[at]) : TakeVisible(value[at]);
            if (width == 0)
            {
                return;
            }

            Add(at);
            at += width;
        }
    }

    private int TakeBlank(char blank)
    {
        length = 0;
        if (source < end && text[source] == blank)
        {
            length = 1;
        }
        else if (blank == '\n' && source + 1 < end && text[source] == '\r' && text[source + 1] == '\n')
        {
            length = 2;
        }
        else if (style == ScalarStyle.DoubleQuoted && source < end && text[source] == '\\')
        {
            length = EscapeLength();
        }

        return 1;
    }

    private int TakeVisible(char visible)
    {
        while (source < end && IsBlank(text[source]))
        {
            source++;
            SkipContinuations();
        }

        if (source >= end)
        {
            return 0;
        }

        var escaped = (style, text[source]) is (ScalarStyle.DoubleQuoted, '\\') or (ScalarStyle.SingleQuoted, '\'');
        length = !escaped ? 1 : Math.Min(style == ScalarStyle.SingleQuoted ? 2 : EscapeLength(), end - source);
        return !escaped && text[source] != visible ? 0
            : escaped && length == 10 && char.IsHighSurrogate(visible) ? 2
            : 1;
    }

    private int EscapeLength() =>
        source + 1 >= end
            ? 1
            : text[source + 1] switch
            {
                'x' => 4,
                'u' => 6,
                'U' => 10,
                _ => 2,
            };

    /// <summary>A backslash at the end of a line joins it to the next without a blank.</summary>
    private void SkipContinuations()
    {
        while (style == ScalarStyle.DoubleQuoted && source + 1 < end && text[source] == '\\' && text[source + 1] is '\n' or '\r')
        {
            source++;
            while (source < end && IsBlank(text[source]))
            {
                source++;
            }
        }
    }

    private void Add(int at)
    {
        // Several characters of the file for one of the value, or the other way round, end the stretch that runs one to one.
        if (segments.Count == 0 || segments[^1].Source + (at - segments[^1].Offset) != source)
        {
            segments.Add(new MappedSegment(at, source));
        }

        source += length;
    }

    private static bool IsBlank(char character) => character is ' ' or '\t' or '\n' or '\r';
}

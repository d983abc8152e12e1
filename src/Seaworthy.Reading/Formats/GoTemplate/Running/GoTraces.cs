using System.Text;

namespace Seaworthy.Reading.Formats.GoTemplate.Running;

/// <summary>
/// Where texts came from that functions hand to each other: <c>include</c> makes one, <c>indent</c>, <c>nindent</c> and <c>trim</c> keep it, anything else loses it.
/// A text is known as the object that it is, not by what it says.
/// </summary>
internal sealed class GoTraces
{
    private readonly Dictionary<string, GoTrace> byText = new(ReferenceEqualityComparer.Instance);

    public GoTrace? Of(string text) => byText.GetValueOrDefault(text);

    public string Keep(string text, GoTrace trace)
    {
        // An interned text may be in many places.
        if (text.Length > 0)
        {
            byText[text] = trace;
        }

        return text;
    }

    /// <summary>Lines moved to the right.</summary>
    public string Indented(string text, string pad, bool onNewLine)
    {
        StringBuilder result = new(text.Length + pad.Length);
        var trace = Of(text);
        List<GoTracePart> parts = [];
        result.Append(onNewLine ? "\n" : "").Append(pad);
        var next = 0;
        for (var at = 0; at <= text.Length; )
        {
            var end = text.IndexOf('\n', at) is var found and >= 0 ? found + 1 : text.Length + 1;
            var length = Math.Min(end, text.Length) - at;
            next = Add(trace, at, at + length, result.Length, next, parts);
            result.Append(text, at, length);
            result.Append(end <= text.Length ? pad : "");
            at = end;
        }

        return trace is null ? result.ToString() : Keep(result.ToString(), new GoTrace(parts));
    }

    /// <summary>A part of a text.</summary>
    public string Cut(string text, int start, int length)
    {
        if (start == 0 && length == text.Length)
        {
            return text;
        }

        var cut = text.Substring(start, length);
        if (Of(text) is not { } trace)
        {
            return cut;
        }

        List<GoTracePart> parts = [];
        Add(trace, start, start + length, 0, 0, parts);
        return Keep(cut, new GoTrace(parts));
    }

    /// <summary>The parts of a range, moved; answers where the next range may begin to look.</summary>
    private static int Add(GoTrace? trace, int start, int end, int target, int from, List<GoTracePart> parts)
    {
        if (trace is null)
        {
            return 0;
        }

        var at = from;
        while (at + 1 < trace.Parts.Count && trace.Parts[at + 1].Start <= start)
        {
            at++;
        }

        for (var index = at; index < trace.Parts.Count && trace.Parts[index].Start < Math.Max(end, start + 1); index++)
        {
            var part = trace.Parts[index];
            var cut = Math.Max(0, start - part.Start);
            parts.Add(
                part with
                {
                    Start = target + Math.Max(0, part.Start - start),
                    SourceStart = part.SourceStart + (part.IsVerbatim ? cut : 0),
                    SourceLength = part.IsVerbatim ? Math.Max(0, part.SourceLength - cut) : part.SourceLength,
                }
            );
        }

        return at;
    }
}

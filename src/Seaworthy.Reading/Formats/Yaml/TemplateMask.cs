using System.Text;

namespace Seaworthy.Reading.Formats.Yaml;

/// <summary>
/// Text in which template actions (<c>{{ … }}</c>, <c>{% … %}</c>, <c>{# … #}</c>: Helm, Jinja) no longer disturb YAML: lines that hold nothing else become blank,
/// actions inside a line become a run of one private character. Every offset stays as it is in the file.
/// </summary>
internal sealed class TemplateMask
{
    private const char Filler = '\uE000';
    private readonly string original;

    private TemplateMask(string original, string text) => (this.original, Text, FirstAction) = (original, text, NextAction(original, 0));

    public string Text { get; }

    /// <summary>Where the first action begins.</summary>
    public int FirstAction { get; }

    /// <summary>Whether the text holds an action that is not an expression of a workflow (<c>${{ … }}</c>, which is plain YAML).</summary>
    public static bool HasAction(string text) => NextAction(text, 0) >= 0;

    public static TemplateMask Of(string text)
    {
        var masked = text.ToCharArray();
        // What no longer closes is not searched for again: that would cost the square of a file of opened actions.
        HashSet<string> absent = [];
        for (var at = NextAction(text, 0); at >= 0; )
        {
            var close = text[at + 1] switch
            {
                '{' => "}}",
                '%' => "%}",
                _ => "#}",
            };
            var found = absent.Contains(close) ? -1 : text.IndexOf(close, at + 2, StringComparison.Ordinal);
            if (found < 0)
            {
                absent.Add(close);
            }

            var end = found < 0 ? at + 2 : found + 2;
            Fill(masked.AsSpan(at, end - at));
            at = NextAction(text, end);
        }

        BlankFilledLines(masked);
        return new TemplateMask(text, new string(masked));
    }

    /// <summary>A scalar's value with the actions put back; <paramref name="start"/> and <paramref name="length"/> are the scalar's place.</summary>
    public string Restore(string value, int start, int length)
    {
        if (!value.Contains(Filler, StringComparison.Ordinal))
        {
            return value;
        }

        StringBuilder restored = new(value.Length);
        var at = start;
        foreach (var character in value)
        {
            var filler = character == Filler && at < start + length ? Text.IndexOf(Filler, at, start + length - at) : -1;
            restored.Append(filler >= 0 ? original[filler] : character);
            at = filler >= 0 ? filler + 1 : at;
        }

        return restored.ToString();
    }

    private static int NextAction(string text, int from)
    {
        for (var at = text.IndexOf('{', from); at >= 0 && at + 1 < text.Length; at = text.IndexOf('{', at + 1))
        {
            if (text[at + 1] is '{' or '%' or '#' && (at == 0 || text[at - 1] != '$'))
            {
                return at;
            }

            // The second brace of a workflow expression must not count as a first one.
            at += text[at + 1] == '{' ? 1 : 0;
        }

        return -1;
    }

    private static void Fill(Span<char> action)
    {
        foreach (ref var character in action)
        {
            character = character is '\n' or '\r' ? character : Filler;
        }
    }

    private static void BlankFilledLines(Span<char> text)
    {
        while (!text.IsEmpty)
        {
            var end = text.IndexOf('\n') is var found and >= 0 ? found + 1 : text.Length;
            var line = text[..end];
            if (line.Contains(Filler) && line.IndexOfAnyExcept([Filler, ' ', '\t', '\r', '\n']) < 0)
            {
                line.Replace(Filler, ' ');
            }

            text = text[end..];
        }
    }
}

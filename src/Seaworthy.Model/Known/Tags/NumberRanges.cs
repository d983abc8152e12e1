using System.Globalization;

namespace Seaworthy.Model.Known.Tags;

/// <summary>A set of dotted numbers, written as <c>3.10-12 4</c> for 3.10, 3.11, 3.12 and 4.</summary>
internal sealed class NumberRanges
{
    // By what is in front of the last number.
    private readonly Dictionary<string, List<NumberRange>> ranges = new(StringComparer.Ordinal);

    public NumberRanges(ReadOnlySpan<char> text)
    {
        foreach (var range in text.Split(' '))
        {
            if (text[range] is { IsEmpty: false } word)
            {
                Add(word);
            }
        }
    }

    public bool Contains(string number) =>
        Split(number) is var (front, last)
        && ranges.TryGetValue(front, out var known)
        && known.Exists(range => range.First <= last && last <= range.Last);

    /// <summary>The number is higher than what the set has in its place: a release of which it cannot know.</summary>
    public bool EndsBefore(string number)
    {
        var parts = number.Split('.');
        for (var count = 1; count <= parts.Length; count++)
        {
            var front = count == 1 ? "" : string.Join('.', parts[..(count - 1)]) + ".";
            if (!TryHighest(front, out var highest))
            {
                return true;
            }

            if (Split(string.Join('.', parts[..count])).Last is var last && last > highest)
            {
                return true;
            }
        }

        return false;
    }

    private bool TryHighest(string front, out long highest)
    {
        highest = -1;
        foreach (var (key, known) in ranges)
        {
            if (key == front)
            {
                highest = Math.Max(highest, known[^1].Last);
            }
            else if (key.StartsWith(front, StringComparison.Ordinal))
            {
                // "18.20.4" is a release of line 18.
                highest = Math.Max(highest, Number(key.AsSpan(front.Length, key.IndexOf('.', front.Length) - front.Length)));
            }
        }

        return highest >= 0;
    }

    private void Add(ReadOnlySpan<char> word)
    {
        var start = word.LastIndexOf('.') + 1;
        var last = word[start..];
        var dash = last.IndexOf('-');
        var front = word[..start].ToString();
        var known = ranges.TryGetValue(front, out var there) ? there : ranges[front] = [];
        known.Add(dash < 0 ? new(Number(last), Number(last)) : new(Number(last[..dash]), Number(last[(dash + 1)..])));
    }

    private static (string Front, long Last) Split(string number)
    {
        var start = number.LastIndexOf('.') + 1;
        return (number[..start], Number(number.AsSpan(start)));
    }

    private static long Number(ReadOnlySpan<char> digits) =>
        long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : long.MaxValue;

    private sealed record NumberRange(long First, long Last);
}

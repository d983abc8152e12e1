using System.Text;
using Seaworthy.Model.Declared.Secrets;

namespace Seaworthy.Engine.Reporting.Secrets;

/// <summary>What is hidden in a stretch of a file because of something beside it: what readers found there, what is a secret elsewhere, and what the line above gives a name to.</summary>
/// <param name="secrets">What readers found in the file.</param>
/// <param name="values">What is a secret anywhere in the repository.</param>
/// <param name="areas">Where a value is a secret for the place that it stands in: the data of a Secret of Kubernetes.</param>
internal sealed class HiddenPlaces(IReadOnlyList<WrittenSecret> secrets, SecretValues values, IReadOnlyList<SecretArea> areas)
{
    // As far as PairedSecrets reaches from a name to its value.
    private const int LinesBefore = 400;

    // A name, an option or a scheme stands closer to its value; a line of two megabytes is not read to its beginning.
    private const int LineBefore = 4000;

    public string Without(string text, int from, int to)
    {
        StringBuilder? masked = null;
        foreach (var place in In(text, from, to).OrderBy(place => place.Start).ThenByDescending(place => place.End))
        {
            masked ??= new StringBuilder(to - from);
            if (place.Start >= from)
            {
                masked.Append(text, from, place.Start - from).Append(place.Shown);
            }

            from = Math.Min(to, Math.Max(from, place.End));
        }

        return masked is null ? text[from..to] : masked.Append(text, from, to - from).ToString();
    }

    private IEnumerable<Place> In(string text, int from, int to) =>
        secrets
            // Before anything is made of them: a file may hold thousands, and is quoted as often.
            .Where(secret => secret.Span.Start < to && secret.Span.End > from)
            .Select(secret => new Place(secret.Span.Start, secret.Span.End, secret.Masked))
            .Concat(OfValues(text, from, to))
            .Concat(OfNames(text, from, to))
            .Concat(OfLine(text, from, to))
            .Concat(areas.SelectMany(area => area.In(text, from, to)).Select(range => Within(text, range, from, to)))
            .Where(place => place.Start < to && place.End > from);

    /// <summary>One that begins before the stretch, or goes on behind it, is hidden as a whole.</summary>
    private IEnumerable<Place> OfValues(string text, int from, int to)
    {
        var start = Math.Max(0, from - values.Longest);
        return Places(text, start, values.In(text[start..Math.Min(text.Length, to + values.Longest)]));
    }

    /// <summary><c>value: hunter2</c> in the line below <c>- name: DB_PASSWORD</c>.</summary>
    private static IEnumerable<Place> OfNames(string text, int from, int to)
    {
        var stretch = text.AsSpan(from..to);
        if (!PairedSecrets.HasValueKey(stretch))
        {
            return [];
        }

        var start = Math.Max(0, from - LinesBefore);
        return Places(text, start, SecretMask.All(text[start..to], PairedSecrets.Next));
    }

    /// <summary>What tells a secret may stand in the line before a stretch out of its middle.</summary>
    private static IEnumerable<Place> OfLine(string text, int from, int to)
    {
        var least = Math.Max(0, from - LineBefore);
        var before = text.AsSpan(least..from);
        var start = least + before.LastIndexOfAny('\r', '\n') + 1;
        if (start == from)
        {
            return [];
        }

        // What is known by all of a line is not known by a part of it.
        var found = SecretMask.Masked(text[start..to]).Where(one => one.Range.Start.Value > 0 || one.Range.End.Value < to - start);
        return Places(text, start, found);
    }

    /// <summary>The part of a value that stands in the stretch: one of several lines is hidden in each of them.</summary>
    private static Place Within(string text, Range range, int from, int to)
    {
        var start = Math.Max(range.Start.Value, from);
        var end = Math.Min(range.End.Value, to);
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        return new Place(start, end, range.Start.Value < from ? SecretMask.Dots : SecretMask.Head(text[start..end]));
    }

    private static IEnumerable<Place> Places(string text, int start, IEnumerable<Range> found) =>
        Places(
            text,
            start,
            found.Select(range => new MaskedRange(range, SecretMask.Of(text[(start + range.Start.Value)..(start + range.End.Value)])))
        );

    private static IEnumerable<Place> Places(string text, int start, IEnumerable<MaskedRange> found) =>
        found
            .Select(one => new Place(start + one.Range.Start.Value, start + one.Range.End.Value, one.Shown))
            // What is taken for a reference hides nothing, and keeps nobody else from it.
            .Where(place => place.Shown != text[place.Start..place.End]);

    private sealed record Place(int Start, int End, string Shown);
}

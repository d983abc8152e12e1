using System.Buffers;
using Seaworthy.Model;

namespace Seaworthy.Engine.Reporting.Secrets;

/// <summary>
/// The secrets of one repository by their values: what is a secret in one file is hidden in every text of a report, wherever it stands and without its name. Paths of files are left as they are: who is to
/// find a file needs its name.
/// </summary>
internal sealed class SecretValues
{
    private readonly HashSet<string> values;
    private readonly int[] lengths;
    private readonly SearchValues<string>? search;

    // One search for all values, made once for a report: its cost is that of reading the text, however many there are.
    private SecretValues(HashSet<string> values)
    {
        this.values = values;
        lengths = [.. values.Select(value => value.Length).Distinct().OrderDescending()];
        search = values.Count == 0 ? null : SearchValues.Create([.. values], StringComparison.Ordinal);
    }

    public static SecretValues None { get; } = new([]);

    /// <summary>Of two sides of a change: what is a secret on one of them is one on the other, too.</summary>
    public SecretValues With(SecretValues other) =>
        values.SetEquals(other.values) ? this : new(new HashSet<string>([.. values, .. other.values], StringComparer.Ordinal));

    /// <summary>The length of the longest one: how far around a text one may reach into it.</summary>
    public int Longest => lengths.Length == 0 ? 0 : lengths[0];

    public static SecretValues Of(Deployment deployment, IReadOnlyList<GivenValue> given) => new(SecretLiterals.Of(deployment, given));

    public static SecretValues Of(IEnumerable<string> values) => new([.. values]);

    public string Apply(string text) => SecretMask.Hide(text, Next);

    /// <summary>Where values stand in a text, in order.</summary>
    public IEnumerable<Range> In(string text) => SecretMask.All(text, Next);

    private Range Next(string text, int from)
    {
        if (search is null || text.AsSpan(from).IndexOfAny(search) is not (>= 0 and var at))
        {
            return default;
        }

        var start = from + at;
        var known = values.GetAlternateLookup<ReadOnlySpan<char>>();
        // Of values that begin alike, the longest is the one that stands there.
        foreach (var length in lengths)
        {
            if (start + length <= text.Length && known.Contains(text.AsSpan(start, length)))
            {
                return start..(start + length);
            }
        }

        return default;
    }
}

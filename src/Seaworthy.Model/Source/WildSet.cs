namespace Seaworthy.Model.Source;

/// <summary>A bracket expression of a path pattern: <c>[a-z]</c>, <c>[!0-9]</c>, <c>[[:alpha:]_]</c>. Never holds a slash.</summary>
internal sealed class WildSet
{
    private readonly List<LetterRange> ranges = [];
    private bool negated;

    private WildSet() { }

    public static WildSet Any { get; } = new() { negated = true };

    public bool Contains(char character) =>
        character != '/' && ranges.Exists(range => character >= range.Low && character <= range.High) != negated;

    /// <summary>Reads the set that begins at <paramref name="at"/> and moves behind it; null when it never ends.</summary>
    public static WildSet? Parse(string text, ref int at)
    {
        WildSet set = new();
        var next = at + 1;
        if (next < text.Length && text[next] is '!' or '^')
        {
            set.negated = true;
            next++;
        }

        // A bracket right after the opening one is a member.
        for (var first = true; next < text.Length && (first || text[next] != ']'); first = false)
        {
            if (!set.ReadNamed(text, ref next) && !set.ReadRange(text, ref next))
            {
                return null;
            }
        }

        at = next + 1;
        return next < text.Length ? set : null;
    }

    private bool ReadNamed(string text, ref int at)
    {
        if (!text.AsSpan(at).StartsWith("[:") || text.IndexOf(":]", at + 2, StringComparison.Ordinal) is not (>= 0 and var end))
        {
            return false;
        }

        IReadOnlyList<LetterRange> named = text[(at + 2)..end] switch
        {
            "alnum" => [new('a', 'z'), new('A', 'Z'), new('0', '9')],
            "alpha" => [new('a', 'z'), new('A', 'Z')],
            "blank" => [new(' ', ' '), new('\t', '\t')],
            "cntrl" => [new('\0', '\x1f'), new('\x7f', '\x7f')],
            "digit" => [new('0', '9')],
            "graph" => [new('!', '~')],
            "lower" => [new('a', 'z')],
            "print" => [new(' ', '~')],
            "punct" => [new('!', '/'), new(':', '@'), new('[', '`'), new('{', '~')],
            "space" => [new(' ', ' '), new('\t', '\r')],
            "upper" => [new('A', 'Z')],
            "xdigit" => [new('0', '9'), new('a', 'f'), new('A', 'F')],
            _ => [],
        };
        ranges.AddRange(named);
        at = end + 2;
        return true;
    }

    private bool ReadRange(string text, ref int at)
    {
        if (Member(text, ref at) is not { } low)
        {
            return false;
        }

        var high = low;
        if (at + 1 < text.Length && text[at] == '-' && text[at + 1] != ']')
        {
            at++;
            if (Member(text, ref at) is not { } end)
            {
                return false;
            }

            high = end;
        }

        ranges.Add(new(low, high));
        return true;
    }

    private static char? Member(string text, ref int at)
    {
        if (text[at] == '\\')
        {
            at++;
        }

        return at < text.Length ? text[at++] : null;
    }

    private sealed record LetterRange(char Low, char High);
}

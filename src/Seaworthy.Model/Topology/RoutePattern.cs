namespace Seaworthy.Model.Topology;

/// <summary>A path with parameters, normalised: <c>/users/{}</c>; <c>{**}</c> at the end takes everything below.</summary>
public sealed record RoutePattern(string Text)
{
    private const string Rest = "{**}";
    private const string Hole = "{}";

    private readonly string[] segments = Split(Text);

    public bool IsPrefix => segments is [.., Rest];

    /// <summary>Normalises the parameter forms of the known frameworks: <c>:id</c>, <c>{id}</c>, <c>{id:int}</c>, <c>&lt;int:id&gt;</c>, <c>[id]</c>, <c>*</c>.</summary>
    public static RoutePattern Parse(string path) => new("/" + string.Join('/', Split(path).Select(Normalise)));

    public RoutePattern Under(string prefix) => Parse(prefix.TrimEnd('/') + "/" + Text.TrimStart('/'));

    /// <summary>Whether a concrete path (without query) is served; a trailing slash makes no difference, nor does the case of letters, as ASP.NET and Express see it.</summary>
    public bool Matches(string path)
    {
        var parts = Split(path);
        for (var i = 0; i < segments.Length; i++)
        {
            if (segments[i] == Rest)
            {
                return true;
            }

            if (i >= parts.Length || !Matches(segments[i], parts[i]))
            {
                return false;
            }
        }

        return parts.Length == segments.Length;
    }

    /// <summary>Whether a path that begins with these segments may be served.</summary>
    public bool MayBegin(string prefix)
    {
        var parts = Split(prefix);
        return MayBegin(parts, parts.Length);
    }

    /// <summary>Whether a path that begins with these letters may be served: without a slash at its end, <c>/api/order</c> is the beginning of <c>/api/orders</c> too.</summary>
    public bool MayBeginWith(string prefix)
    {
        var parts = Split(prefix);
        return MayBegin(prefix)
            || (
                parts.Length > 0
                && parts.Length <= segments.Length
                && !prefix.EndsWith('/')
                && MayBegin(parts, parts.Length - 1)
                && segments[parts.Length - 1].StartsWith(parts[^1], StringComparison.OrdinalIgnoreCase)
            );
    }

    private bool MayBegin(string[] parts, int count)
    {
        for (var i = 0; i < count; i++)
        {
            if (i < segments.Length && segments[i] == Rest)
            {
                return true;
            }

            if (i >= segments.Length || !Matches(segments[i], parts[i]))
            {
                return false;
            }
        }

        return true;
    }

    public override string ToString() => Text;

    private static bool Matches(string segment, string part)
    {
        var hole = segment.IndexOf(Hole, StringComparison.Ordinal);
        if (hole < 0 || part == Hole)
        {
            return string.Equals(segment, part, StringComparison.OrdinalIgnoreCase) || part == Hole;
        }

        var tail = segment[(hole + Hole.Length)..];
        return part.Length >= segment.Length - Hole.Length
            && part.StartsWith(segment[..hole], StringComparison.OrdinalIgnoreCase)
            && (tail.Contains(Hole, StringComparison.Ordinal) || part.EndsWith(tail, StringComparison.OrdinalIgnoreCase));
    }

    private static string Normalise(string segment) =>
        segment switch
        {
            ['*', ..] or "(.*)" or ['{', '*', .., '}'] => Rest,
            ['[', '.', '.', '.', .., ']'] or ['[', '[', .., ']', ']'] => Rest,
            [':', .., '*'] or [':', .., '+'] => Rest,
            [':', ..] => Hole,
            ['{', .., '}'] or ['[', .., ']'] => segment.Contains(":path", StringComparison.Ordinal) ? Rest : Hole,
            ['<', .., '>'] => segment.StartsWith("<path:", StringComparison.Ordinal) ? Rest : Hole,
            _ => segment,
        };

    private static string[] Split(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries);
}

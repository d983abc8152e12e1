namespace Seaworthy.Model.Source;

/// <summary>
/// A glob over paths from the root, with git's wildcards: <c>*</c> stays inside one name, <c>**</c> crosses directories. What names a directory holds all that lies below it.
/// </summary>
public sealed class PathGlob
{
    private readonly WildPattern pattern;

    private PathGlob(string text, WildPattern pattern)
    {
        Text = text;
        this.pattern = pattern;
    }

    public string Text { get; }

    /// <summary>Null for what can match no path: absolute, with <c>..</c> or backslashes, malformed.</summary>
    public static PathGlob? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var names = text.TrimEnd('/').Split('/');
        return names.Any(name => name is "" or "." or "..") || text.Contains('\\', StringComparison.Ordinal) ? null
            : WildPattern.Parse(string.Join('/', names)) is { } pattern ? new PathGlob(text, pattern)
            : null;
    }

    /// <summary>From where the paths lie that it is asked for: with a slash at its end, or empty for the root.</summary>
    private string Below { get; init; } = "";

    /// <summary>The same glob, for paths from a directory of its root: <c>services/api/</c>.</summary>
    public PathGlob For(string directory) => new(Text, pattern) { Below = directory + Below };

    /// <summary>What it names lies below a directory.</summary>
    public bool BeginsIn(string directory) => Text.StartsWith($"{Below}{directory}/", StringComparison.Ordinal);

    public bool Matches(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        path = Below + path;
        for (var slash = path.IndexOf('/', StringComparison.Ordinal); slash > 0; slash = path.IndexOf('/', slash + 1))
        {
            if (pattern.Matches(path.AsSpan(0, slash)))
            {
                return true;
            }
        }

        return pattern.Matches(path);
    }

    public override string ToString() => Text;
}

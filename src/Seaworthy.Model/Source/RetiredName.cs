namespace Seaworthy.Model.Source;

/// <summary>Names of files that were put aside: <c>compose.old.yaml</c>, <c>tmp_part.yml</c>, <c>Dockerfile.bak</c>.</summary>
internal static class RetiredName
{
    private static readonly HashSet<string> RetiredNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "temp",
        "tmp",
        "bak",
        "old",
        "orig",
        "draft",
        "deprecated",
        "disabled",
        "unused",
    };

    /// <summary>The name of a file, when it says that; else null.</summary>
    public static string? Of(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        if (
            name.StartsWith(".!", StringComparison.Ordinal)
            || name.StartsWith(".#", StringComparison.Ordinal)
            || name is ['~', '$', ..] or [.., '~']
        )
        {
            // What an editor or a copy that broke off left behind.
            return name;
        }

        // In front of a name that a tool knows by itself: nobody loads it any more.
        if (
            (
                name.StartsWith("back-up", StringComparison.OrdinalIgnoreCase)
                || name.StartsWith("backup", StringComparison.OrdinalIgnoreCase)
            )
            && (
                name.EndsWith("docker-compose.yml", StringComparison.Ordinal)
                || name.EndsWith("docker-compose.yaml", StringComparison.Ordinal)
                || name.EndsWith("Dockerfile", StringComparison.Ordinal)
            )
        )
        {
            return name;
        }

        var words = name.Split('.', '-', '_');
        return
            IsCopy(name)
            || words.Length > 2
                && (
                    RetiredNames.Contains(words[0])
                    || words.TakeLast(2).Any(word => RetiredNames.Contains(word) && word is not ("temp" or "tmp"))
                )
            ? name
            : null;
    }

    // "Dockerfile.original" is kept beside the real one; "Dockerfile.bak_20260312" says of which day.
    private static bool IsCopy(string name) =>
        name.LastIndexOf('.') is > 0 and var dot
        && name.AsSpan(dot + 1).TrimEnd("0123456789_-") is "bak" or "back" or "orig" or "original" or "old" or "backup" or "save";
}

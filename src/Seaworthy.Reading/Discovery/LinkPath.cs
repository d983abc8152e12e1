namespace Seaworthy.Reading.Discovery;

/// <summary>Where a symbolic link leads inside the repository.</summary>
internal static class LinkPath
{
    /// <summary>The path from the root; null when it leads above it, or is absolute.</summary>
    public static string? Resolve(string link, string target)
    {
        if (target.Length == 0 || Path.IsPathRooted(target))
        {
            return null;
        }

        List<string> names = [.. link.Split('/')[..^1]];
        foreach (var name in target.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            switch (name)
            {
                case ".":
                    break;
                case ".." when names.Count == 0:
                    return null;
                case "..":
                    names.RemoveAt(names.Count - 1);
                    break;
                default:
                    names.Add(name);
                    break;
            }
        }

        return string.Join('/', names);
    }
}

namespace Seaworthy.Reading.Discovery;

/// <summary>A symbolic link on the way to a directory that lies in the work tree of a repository: who writes the tree chooses where it leads.</summary>
public static class OwnLink
{
    /// <summary>The first such link on a path; null when there is none.</summary>
    public static string? On(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        List<string> above = [];
        for (var at = full; at is not null; at = Path.GetDirectoryName(at))
        {
            above.Add(at);
        }

        var isInTree = false;
        // From the top down: what lies behind a link is another's tree.
        foreach (var directory in above.AsEnumerable().Reverse())
        {
            if (isInTree && new DirectoryInfo(directory).LinkTarget is not null)
            {
                return Path.GetRelativePath(Environment.CurrentDirectory, directory);
            }

            isInTree |= Path.Exists(Path.Combine(directory, ".git"));
        }

        return null;
    }
}

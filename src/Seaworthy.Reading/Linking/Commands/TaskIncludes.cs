using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Reading.Linking.Paths;

namespace Seaworthy.Reading.Linking.Commands;

/// <summary>Which Makefiles take in which others: the recipes of an included one run where the including one stands, and its targets are targets of that.</summary>
/// <remarks>Source: GNU make manual, "Including Other Makefiles": names may hold the shell's wildcards.</remarks>
internal static class MakeIncludes
{
    /// <summary>The Makefiles that include a file, by its path.</summary>
    public static ILookup<string, TaskFile> Of(Deployment deployment)
    {
        var files = deployment.Of<TaskFile>().Where(file => file.Tool == "make").ToList();
        return (
            from file in files
            from include in file.Includes
            let path = RepositoryPath.Join(file.File.Directory, include.Path ?? "")
            where path is not null
            from included in path.Contains('*', StringComparison.Ordinal)
                ? files.Where(other => Matches(path, other.File.Path)).Select(other => other.File.Path)
                : [path]
            select (included, file)
        ).ToLookup(pair => pair.included, pair => pair.file, StringComparer.Ordinal);
    }

    /// <summary>One wildcard in the file's name: <c>mk/*.mk</c>.</summary>
    private static bool Matches(string pattern, string path)
    {
        var star = pattern.IndexOf('*', StringComparison.Ordinal);
        var (before, after) = (pattern[..star], pattern[(star + 1)..]);
        return path.Length >= before.Length + after.Length
            && path.StartsWith(before, StringComparison.Ordinal)
            && path.EndsWith(after, StringComparison.Ordinal)
            && !path[before.Length..^after.Length].Contains('/', StringComparison.Ordinal);
    }
}

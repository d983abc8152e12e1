using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Discovery;

/// <summary>The directories that <c>.gitmodules</c> declares.</summary>
/// <remarks>Source: Git documentation, "gitmodules".</remarks>
internal static class GitModules
{
    public const string Name = ".gitmodules";

    public static IEnumerable<string> Paths(string? text) =>
        (text ?? "")
            .Split('\n')
            .Select(line => line.Split('=', 2))
            .Where(pair => pair.Length == 2 && pair[0].Trim() == "path")
            .Select(pair => pair[1].Trim().Trim('"').Trim('/'))
            .Where(path => path.Length > 0 && !path.Split('/').Contains(".."));

    /// <summary>The files, with a mark on the submodules that git could not fetch.</summary>
    public static IEnumerable<RepositoryFile> Mark(IReadOnlyList<RepositoryFile> files, string? text)
    {
        if (!files.Any(file => file is { IsSubmodule: true, Status: FileStatus.Tracked }))
        {
            return files;
        }

        var addressed = Paths(text).ToHashSet(StringComparer.Ordinal);
        return files.Select(file =>
            file is { IsSubmodule: true, Status: FileStatus.Tracked } && !addressed.Contains(file.Path)
                ? file with
                {
                    HasNoAddress = true,
                }
                : file
        );
    }
}

using Seaworthy.Model;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Secrets;

/// <summary>The files that were read, ordered by path, so that the files below a directory are adjacent.</summary>
internal sealed class FilesBelow
{
    private static readonly PerDeployment<FilesBelow> All = new(deployment => new FilesBelow(deployment));

    private readonly SourceFile[] files;
    private readonly string[] paths;

    private FilesBelow(Deployment deployment)
    {
        files =
        [
            .. deployment
                .Artifacts.Select(artifact => artifact.File)
                .DistinctBy(file => file.Path)
                .OrderBy(file => file.Path, StringComparer.Ordinal),
        ];
        paths = [.. files.Select(file => file.Path)];
    }

    public static FilesBelow Of(Deployment deployment) => All.Of(deployment);

    public bool Holds(string path) => Array.BinarySearch(paths, path, StringComparer.Ordinal) >= 0;

    public IEnumerable<SourceFile> In(string directory)
    {
        var prefix = directory.Length == 0 ? "" : directory + "/";
        var first = Array.BinarySearch(paths, prefix, StringComparer.Ordinal);
        for (var at = first < 0 ? ~first : first; at < paths.Length && paths[at].StartsWith(prefix, StringComparison.Ordinal); at++)
        {
            yield return files[at];
        }
    }
}

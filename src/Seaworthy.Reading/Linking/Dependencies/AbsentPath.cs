using Seaworthy.Model.Source;
using Seaworthy.Reading.Linking.Paths;

namespace Seaworthy.Reading.Linking.Dependencies;

/// <summary>Where a module ought to be that is not there.</summary>
internal static class AbsentPath
{
    /// <summary>The outermost part of a path that the tree lacks: of <c>web/src/lib/utils</c>, when there is no <c>web/src/lib</c>, that.</summary>
    public static string Outermost(RepositoryTree tree, string path)
    {
        for (var above = RepositoryPath.Parent(path); above.Length > 0 && !tree.HasDirectory(above); above = RepositoryPath.Parent(above))
        {
            path = above;
        }

        return path;
    }
}

using Seaworthy.Model;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Secrets;

/// <summary>The other committed files with the same value, under any name: a generator's state, a chart's values, a second environment file.</summary>
internal static class SamePlaces
{
    private const int Most = 6;

    /// <summary>Tracked files that were read, except the known ones, ordered by path.</summary>
    public static IReadOnlyList<string> Of(Func<SourceFile, bool> holds, IEnumerable<SourceFile> known, Deployment deployment)
    {
        HashSet<SourceFile> others = [.. known];
        return
        [
            .. deployment
                .Artifacts.Select(artifact => artifact.File)
                .Distinct()
                .Where(file => !others.Contains(file) && deployment.Tree.Find(file.Path) is { Status: not FileStatus.Ignored })
                .Where(holds)
                .Select(file => file.Path)
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>A sentence with a leading space; empty if there are none.</summary>
    public static string Sentence(IReadOnlyList<string> files, bool isOne) =>
        files.Count == 0
            ? ""
            : $" {(isOne ? "The same value is" : "The same values are")} in {NameList.Of(files, Most)}: remove {(isOne ? "it" : "them")} there as well.";
}

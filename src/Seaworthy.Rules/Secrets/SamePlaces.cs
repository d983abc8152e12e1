using Seaworthy.Model;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Secrets;

/// <summary>The other files of every clone in which the same value stands, under whatever name: the state of a generator, values of a chart, a second env file.</summary>
internal static class SamePlaces
{
    private const int Most = 6;

    /// <summary>Files that are tracked and read, without those that are known already; in the order of their paths.</summary>
    public static IReadOnlyList<string> Of(Func<SourceFile, bool> holds, IEnumerable<SourceFile> known, Deployment deployment)
    {
        HashSet<SourceFile> told = [.. known];
        return
        [
            .. deployment
                .Artifacts.Select(artifact => artifact.File)
                .Distinct()
                .Where(file => !told.Contains(file) && deployment.Tree.Find(file.Path) is { Status: not FileStatus.Ignored })
                .Where(holds)
                .Select(file => file.Path)
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>A sentence with a space before it; empty where there are none.</summary>
    public static string Sentence(IReadOnlyList<string> files, bool isOne) =>
        files.Count == 0
            ? ""
            : $" {(isOne ? "The same value stands" : "The same values stand")} in {NameList.Of(files, Most)}: take {(isOne ? "it" : "them")} out there as well.";
}

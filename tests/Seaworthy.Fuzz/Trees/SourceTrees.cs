using Seaworthy.Reading.Discovery;
using Seaworthy.Rules;
using Seaworthy.Tests;
using Seaworthy.Tests.Cli.Secrets;
using Seaworthy.Tests.RulePages;

namespace Seaworthy.Fuzz.Trees;

/// <summary>The trees that mutations begin with: the example repositories, the examples of all rule pages, and files of every kind with secrets in them.</summary>
internal static class SourceTrees
{
    private const int MostSections = 10;

    private static readonly IReadOnlyList<IReadOnlyList<MemoryFile>> Whole = [.. Examples(), PlantedFiles.All];

    private static readonly IReadOnlyList<IReadOnlyList<MemoryFile>> Sections =
    [
        .. AllRules.List.SelectMany(PageVerdicts.SectionsOf).Select(section => section.Files),
    ];

    /// <summary>One whole tree, or several small ones in one: some at the root, where their files replace each other, some in directories.</summary>
    public static List<MemoryFile> Draw(Random random)
    {
        if (random.Next(4) == 0)
        {
            return [.. Whole[random.Next(Whole.Count)]];
        }

        Dictionary<string, MemoryFile> files = new(StringComparer.Ordinal);
        foreach (var section in Enumerable.Range(0, random.Next(1, MostSections)).Select(_ => Sections[random.Next(Sections.Count)]))
        {
            var directory = random.Next(3) switch
            {
                0 => "services/a/",
                1 => "b/",
                _ => "",
            };
            foreach (var file in section)
            {
                files[directory + file.Path] = file with { Path = directory + file.Path };
            }
        }

        return [.. files.Values];
    }

    private static IEnumerable<IReadOnlyList<MemoryFile>> Examples() =>
        Directory.EnumerateDirectories(Path.Combine(RepositoryRoot.Path, "examples")).Order(StringComparer.Ordinal).Select(Read);

    private static IReadOnlyList<MemoryFile> Read(string directory) =>
        [
            .. Directory
                .EnumerateFiles(directory, "*", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .Select(file => new MemoryFile(Path.GetRelativePath(directory, file).Replace('\\', '/'), File.ReadAllText(file))),
        ];
}

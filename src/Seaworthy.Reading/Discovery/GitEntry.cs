using System.Globalization;
using Seaworthy.Reading.Discovery.Files;

namespace Seaworthy.Reading.Discovery;

/// <summary>A path as git's index or a git tree holds it. <paramref name="Mode"/> tells links, executables and submodules apart.</summary>
internal readonly record struct GitEntry(string Path, string Mode, string ObjectId, long Size)
{
    private const string Submodule = "160000";

    /// <summary>A sparse checkout leaves it out of the work tree.</summary>
    public bool IsLeftOut { get; init; }

    /// <summary>What its file was like when git last looked; nothing for an entry of a tree.</summary>
    public GitStat Stat { get; init; }

    /// <summary>It was staged since its directory was last committed, or nobody can tell.</summary>
    public bool IsStaged { get; init; }

    public bool IsExecutable => Mode == "100755";

    public bool IsSymbolicLink => Mode == "120000";

    public bool IsSubmodule => Mode == Submodule;

    /// <summary>Reads <c>ls-files --stage -z</c> (mode, object, stage, TAB, path): a path in conflict stands once per stage, and counts once.</summary>
    public static IReadOnlyList<GitEntry> ParseIndex(byte[] output) => Parse(output, modeAt: 0, objectAt: 1, sizeAt: -1);

    /// <summary>Reads <c>ls-tree -r -l -z</c> (mode, type, object, size, TAB, path).</summary>
    public static IReadOnlyList<GitEntry> ParseTree(byte[] output) => Parse(output, modeAt: 0, objectAt: 2, sizeAt: 3);

    private static List<GitEntry> Parse(byte[] output, int modeAt, int objectAt, int sizeAt)
    {
        List<GitEntry> entries = [];
        var text = PathText.Of(output);
        var start = 0;
        for (var end = text.IndexOf('\0', StringComparison.Ordinal); end >= 0; end = text.IndexOf('\0', start))
        {
            var tab = text.IndexOf('\t', start, end - start);
            if (tab > 0)
            {
                var path = text[(tab + 1)..end];
                var words = text[start..tab].Split(' ', StringSplitOptions.RemoveEmptyEntries);
                // "BAD" stands for an object that git has lost: it is not empty, and reading it tells.
                var size =
                    sizeAt < 0 ? 0
                    : long.TryParse(words[sizeAt], CultureInfo.InvariantCulture, out var known) ? known
                    : words[modeAt] == Submodule ? 0
                    : -1;
                if (entries.Count == 0 || entries[^1].Path != path)
                {
                    entries.Add(new GitEntry(path, words[modeAt], words[objectAt], size));
                }
            }

            start = end + 1;
        }

        return entries;
    }
}

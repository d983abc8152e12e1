using System.Globalization;
using System.Text;

namespace Seaworthy.Reading.Discovery;

/// <summary>A path as git's index or a git tree holds it. <paramref name="Mode"/> tells links, executables and submodules apart.</summary>
internal readonly record struct GitEntry(string Path, string Mode, string ObjectId, long Size)
{
    public bool IsExecutable => Mode == "100755";

    public bool IsSymbolicLink => Mode == "120000";

    public bool IsSubmodule => Mode == "160000";

    /// <summary>Reads <c>ls-files --stage -z</c> (mode, object, stage, TAB, path): a path in conflict stands once per stage, and counts once.</summary>
    public static IReadOnlyList<GitEntry> ParseIndex(byte[] output) => Parse(output, modeAt: 0, objectAt: 1, sizeAt: -1);

    /// <summary>Reads <c>ls-tree -r -l -z</c> (mode, type, object, size, TAB, path).</summary>
    public static IReadOnlyList<GitEntry> ParseTree(byte[] output) => Parse(output, modeAt: 0, objectAt: 2, sizeAt: 3);

    private static List<GitEntry> Parse(byte[] output, int modeAt, int objectAt, int sizeAt)
    {
        List<GitEntry> entries = [];
        var text = Encoding.UTF8.GetString(output);
        var start = 0;
        for (var end = text.IndexOf('\0', StringComparison.Ordinal); end >= 0; end = text.IndexOf('\0', start))
        {
            var tab = text.IndexOf('\t', start, end - start);
            if (tab > 0)
            {
                var path = text[(tab + 1)..end];
                var words = text[start..tab].Split(' ', StringSplitOptions.RemoveEmptyEntries);
                var size = sizeAt >= 0 && long.TryParse(words[sizeAt], CultureInfo.InvariantCulture, out var known) ? known : 0;
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

using Seaworthy.Reading.Discovery;

namespace Seaworthy.Fuzz.Trees;

/// <summary>One file of a tree broken or hidden, the rest as it was.</summary>
internal sealed class Breakages(Random random)
{
    private const string Ignore = ".gitignore";

    /// <param name="files">The tree.</param>
    /// <param name="paths">Those that may be broken.</param>
    /// <param name="breakage">How.</param>
    /// <returns>The tree and the path; null where nothing can be broken so.</returns>
    public (List<MemoryFile> Files, string Path)? Apply(List<MemoryFile> files, IReadOnlyList<string> paths, Breakage breakage)
    {
        List<MemoryFile> able = [.. files.Where(file => paths.Contains(file.Path) && (breakage != Breakage.QuoteLost || HasQuote(file)))];
        if (able.Count == 0)
        {
            return null;
        }

        var broken = able[random.Next(able.Count)];
        return (
            breakage switch
            {
                Breakage.QuoteLost => With(files, broken, broken.Text.Remove(AnyOf(Closing(broken.Text)), 1)),
                Breakage.LineLost => With(files, broken, WithoutLine(broken.Text)),
                Breakage.Emptied => With(files, broken, ""),
                _ => Hidden(files, broken.Path),
            },
            broken.Path
        );
    }

    private static bool HasQuote(MemoryFile file) => Closing(file.Text).Count > 0;

    /// <summary>Every second mark of a line.</summary>
    private static List<int> Closing(string text)
    {
        List<int> found = [];
        var start = 0;
        foreach (var line in text.Split('\n'))
        {
            foreach (var mark in "\"'")
            {
                var marks = Enumerable.Range(start, line.Length).Where(at => text[at] == mark).ToList();
                found.AddRange(marks.Where((_, number) => number % 2 == 1));
            }

            start += line.Length + 1;
        }

        return found;
    }

    private string WithoutLine(string text)
    {
        List<string> lines = [.. text.Split('\n')];
        lines.RemoveAt(random.Next(lines.Count));
        return string.Join('\n', lines);
    }

    private static List<MemoryFile> Hidden(List<MemoryFile> files, string path) =>
        files.Find(file => file.Path == Ignore) is { } ignore
            ? With(files, ignore, $"{ignore.Text}\n/{path}\n")
            : [.. files, new MemoryFile(Ignore, $"/{path}\n")];

    private static List<MemoryFile> With(List<MemoryFile> files, MemoryFile changed, string text) =>
        [.. files.Select(file => file.Path == changed.Path ? file with { Text = text } : file)];

    private int AnyOf(List<int> places) => places[random.Next(places.Count)];
}

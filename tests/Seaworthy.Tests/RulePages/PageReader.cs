using Seaworthy.Model.Source;
using Seaworthy.Reading.Discovery;

namespace Seaworthy.Tests.RulePages;

/// <summary>Reads the examples out of a rule page: every heading with <c>file=</c> blocks under it is one repository in memory; markers leave the text before anything reads it.</summary>
internal sealed class PageReader
{
    private const char Arrow = '⟵';
    private const string Remedy = "> Remedy: ";

    private readonly List<PageSection> sections = [];
    private readonly List<string> headings = [];
    private List<MemoryFile> files = [];
    private List<MarkedLine> marks = [];
    private List<string> remedies = [];
    private string heading = "";
    private string above = "";

    private PageReader() { }

    public static (IReadOnlyList<string> Headings, IReadOnlyList<PageSection> Sections) Read(string page)
    {
        PageReader reader = new();
        var lines = page.ReplaceLineEndings("\n").Split('\n');
        for (var at = 0; at < lines.Length; at++)
        {
            if (Fence(lines[at]) is { } fence)
            {
                var end = Array.FindIndex(lines, at + 1, line => line.TrimEnd() == fence);
                Assert(end > 0, $"the block of line {at + 1} is never closed");
                reader.Block(lines[at][fence.Length..], lines[(at + 1)..end]);
                at = end;
            }
            else if (lines[at].StartsWith("##", StringComparison.Ordinal))
            {
                reader.Heading(lines[at]);
            }
            else if (lines[at].StartsWith(Remedy, StringComparison.Ordinal))
            {
                reader.remedies.Add(lines[at][Remedy.Length..].Trim());
            }
        }

        reader.Close();
        return (reader.headings, reader.sections);
    }

    private static string? Fence(string line)
    {
        var length = line.Length - line.TrimStart('`').Length;
        return length >= 3 ? line[..length] : null;
    }

    private void Heading(string line)
    {
        Close();
        heading = line.TrimStart('#').Trim();
        above = line.StartsWith("###", StringComparison.Ordinal) ? above : heading;
        if (above == heading)
        {
            headings.Add(heading);
        }
    }

    private void Close()
    {
        if (files.Count > 0)
        {
            sections.Add(new PageSection(heading, above, files, marks, remedies));
        }

        (files, marks, remedies) = ([], [], []);
    }

    private void Block(string info, IReadOnlyList<string> lines)
    {
        var words = info.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (Value(words, "file") is not { } path)
        {
            return;
        }

        Assert(!files.Exists(file => file.Path == path), $"'{path}' stands twice under '{heading}'");
        var ending = Value(words, "eol") == "crlf" ? "\r\n" : "\n";
        var text = string.Concat(lines.Select((line, index) => Unmarked(line, path, index + 1) + ending));
        files.Add(
            new MemoryFile(path, text)
            {
                Status =
                    words.Contains("ignored") ? FileStatus.Ignored
                    : words.Contains("tracked") ? FileStatus.Tracked
                    : null,
                IsExecutable = Value(words, "mode") == "exec",
                IsSubmodule = Value(words, "mode") == "submodule",
                LinkTarget = Value(words, "link"),
            }
        );
    }

    private string Unmarked(string line, string path, int number)
    {
        var at = line.IndexOf(Arrow, StringComparison.Ordinal);
        if (at < 0)
        {
            return line;
        }

        foreach (var marker in line[at..].Split(Arrow, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            Assert(marker is MarkedLine.Finding or MarkedLine.Related or MarkedLine.Unknown, $"'{marker}' is no marker");
            marks.Add(new MarkedLine(path, number, marker));
        }

        return line[..at].TrimEnd();
    }

    private static string? Value(IEnumerable<string> words, string key) =>
        words.FirstOrDefault(word => word.StartsWith(key + "=", StringComparison.Ordinal))?[(key.Length + 1)..];

    private static void Assert(bool condition, string message) => Xunit.Assert.True(condition, message);
}

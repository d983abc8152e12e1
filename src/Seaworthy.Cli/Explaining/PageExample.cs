using Seaworthy.Rules;

namespace Seaworthy.Cli.Explaining;

/// <summary>One file of an example on a rule's page.</summary>
/// <param name="File">Its path.</param>
/// <param name="Lines">Without the marks of the page.</param>
/// <param name="Marked">The numbers of the lines that the rule reports, from 0.</param>
internal sealed record PageExample(string File, IReadOnlyList<string> Lines, IReadOnlyList<int> Marked)
{
    private const string Mark = "⟵";
    private const string Finding = "⟵ finding";
    private const string Name = "file=";

    /// <summary>The files below a heading, in the order of the page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="heading">As it begins: <c>## Example</c>.</param>
    public static IReadOnlyList<PageExample> Below(string page, string heading)
    {
        List<PageExample> found = [];
        List<string>? block = null;
        var (isBelow, fence, file) = (false, "", "");
        foreach (var line in page.ReplaceLineEndings("\n").Split('\n'))
        {
            if (block is not null && line.TrimEnd() != fence)
            {
                block.Add(line);
            }
            else if (block is not null)
            {
                found.Add(Of(file, block));
                block = null;
            }
            else if (line.StartsWith("##", StringComparison.Ordinal))
            {
                if (isBelow)
                {
                    break;
                }

                isBelow = line.StartsWith(heading, StringComparison.Ordinal);
            }
            else if (isBelow && RulePage.FenceOf(line) is { } marks)
            {
                (block, fence, file) = ([], marks, NameOf(line));
            }
        }

        return found;
    }

    /// <summary>The lines around those that count, at most so many; an ellipsis stands for the rest.</summary>
    public IEnumerable<string> Around(IReadOnlyList<int> lines, int most)
    {
        var first = lines.Count > 0 ? lines[0] : 0;
        var start = Lines.Count <= most ? 0 : Math.Clamp(first - (most / 2), 0, Lines.Count - most);
        for (var at = start; at < Math.Min(Lines.Count, start + most); at++)
        {
            var isCut = (at == start && start > 0) || (at == start + most - 1 && at < Lines.Count - 1);
            yield return isCut && !lines.Contains(at) ? "  …" : (lines.Contains(at) ? "> " : "  ") + Lines[at];
        }
    }

    private static PageExample Of(string file, List<string> block) =>
        new(
            file,
            [.. block.Select(Plain)],
            [.. Enumerable.Range(0, block.Count).Where(at => block[at].Contains(Finding, StringComparison.Ordinal))]
        );

    private static string Plain(string line) =>
        line.IndexOf(Mark, StringComparison.Ordinal) is >= 0 and var at ? line[..at].TrimEnd().TrimEnd('#').TrimEnd() : line;

    private static string NameOf(string line) =>
        line.IndexOf(Name, StringComparison.Ordinal) is >= 0 and var at ? line[(at + Name.Length)..].Split(' ')[0].Trim() : "";
}

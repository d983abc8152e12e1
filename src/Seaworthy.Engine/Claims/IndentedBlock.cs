using Seaworthy.Model.Source;

namespace Seaworthy.Engine.Claims;

/// <summary>The statements of a file of YAML that belong together by their indentation: a step, a service, a container.</summary>
internal static class IndentedBlock
{
    // What stands further apart is one block only by name: a whole list of jobs.
    private const int Longest = 40;

    /// <summary>Two lines are keys of the same object, or one is in an object that the other begins or has as a sibling.</summary>
    public static bool Holds(SourceSpan one, SourceSpan other)
    {
        var (first, last) = (Math.Min(one.StartLine, other.StartLine), Math.Max(one.StartLine, other.StartLine));
        if (one.File.Path != other.File.Path || !IsYaml(one.File.Path) || last - first > Longest)
        {
            return false;
        }

        var lines = one.File.Lines;
        var (top, bottom) = (lines.TextOf(first), lines.TextOf(last));
        var between = Enumerable.Range(first + 1, last - first).Select(lines.TextOf).Where(line => !string.IsNullOrWhiteSpace(line));
        return IsHead(top) ? between.All(line => Keys(line) > Keys(top))
            : Keys(bottom) > Keys(top) ? between.All(line => Keys(line) > Keys(top) || IsSibling(line, Keys(top)))
            : !IsHead(bottom) && between.All(line => IsSibling(line, Keys(bottom)));
    }

    /// <summary>The line begins an object of its own.</summary>
    private static bool IsHead(string line) => line.TrimEnd().EndsWith(':');

    /// <summary>The line is within an object whose keys stand at a column, or in one beneath it.</summary>
    private static bool IsSibling(string line, int column) => Indent(line) >= column && line.TrimEnd() != "---";

    private static bool IsYaml(string path) =>
        path.EndsWith(".yml", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase);

    private static int Indent(string line) => line.Length - line.TrimStart(' ').Length;

    private static bool IsItem(string line) => line.AsSpan().TrimStart(' ').StartsWith("- ");

    /// <summary>Where the keys of the object stand that the line belongs to: those of an item stand beside its dash.</summary>
    private static int Keys(string line) => Indent(line) + (IsItem(line) ? 2 : 0);
}

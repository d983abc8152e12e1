using System.Text.RegularExpressions;
using Xunit;

namespace Seaworthy.Tests.Tidy;

/// <summary>
/// Short files and functions, as a ratchet: a limit may be lowered to what is true, never raised. What to aim at: files of at most 80 lines and 350 for one in twenty;
/// functions of at most 10 lines and 45 for one in twenty.
/// </summary>
public sealed partial class LengthTests
{
    private const string Remedy = "split by concept: the part that has a name of its own becomes a type or function of that name";

    [Theory]
    [InlineData(50, 60)]
    [InlineData(95, 200)]
    [InlineData(100, 500)]
    public void Files_are_short(int percentile, int limit)
    {
        var files = SourceText.Product.OrderBy(file => file.Lines.Count).ToList();
        var longest = files[At(percentile, files.Count)];

        Assert.True(
            longest.Lines.Count <= limit,
            $"{longest.Path} has {longest.Lines.Count} lines; percentile {percentile} is at most {limit}: {Remedy}"
        );
    }

    [Theory]
    [InlineData(50, 15)]
    [InlineData(95, 35)]
    [InlineData(100, 65)]
    public void Functions_are_short(int percentile, int limit)
    {
        var functions = SourceText.Product.SelectMany(Functions).OrderBy(function => function.Lines).ToList();
        var (place, lines) = functions[At(percentile, functions.Count)];

        Assert.True(functions.Count > 1000, "the scan found hardly any function: is the layout of the sources another?");
        Assert.True(lines <= limit, $"{place} has {lines} lines; percentile {percentile} is at most {limit}: {Remedy}");
    }

    private static int At(int percentile, int count) => Math.Min(count - 1, count * percentile / 100);

    /// <summary>Members with a body in braces. The formatter puts each brace of a top-level type's members alone on a line, four blanks in.</summary>
    private static IEnumerable<(string Place, int Lines)> Functions(SourceText file)
    {
        var opened = -1;
        for (var at = 0; at < file.Lines.Count; at++)
        {
            if (file.Lines[at] == "    {")
            {
                opened = IsFunction(Header(file, at)) ? at : -1;
            }
            else if (file.Lines[at] == "    }" && opened >= 0)
            {
                yield return ($"{file.Path}:{opened + 1}", at - opened - 1);
                opened = -1;
            }
        }
    }

    private static string Header(SourceText file, int opened)
    {
        var start = opened - 1;
        while (
            start > 0
            && (
                file.Lines[start].StartsWith("     ", StringComparison.Ordinal)
                || file.Lines[start].StartsWith("    )", StringComparison.Ordinal)
            )
        )
        {
            start--;
        }

        return string.Join(' ', file.Lines.Skip(start).Take(opened - start));
    }

    private static bool IsFunction(string header) => header.Contains('(', StringComparison.Ordinal) && !NestedType().IsMatch(header);

    [GeneratedRegex(@"\b(class|record|struct|interface|enum)\b", RegexOptions.NonBacktracking)]
    private static partial Regex NestedType();
}

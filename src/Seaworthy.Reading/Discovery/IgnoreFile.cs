using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Discovery;

/// <summary>Reads the lines of a <c>.gitignore</c> (gitignore(5), "Pattern format").</summary>
internal static class IgnoreFile
{
    public const string Name = ".gitignore";

    // More lines than any author writes; a hostile file must not make every path cost a million comparisons.
    private const int MaximumRules = 5_000;

    public static IReadOnlyList<IgnoreRule> Parse(SourceFile file, string directory, string above = "")
    {
        List<IgnoreRule> rules = [];
        var start = 0;
        while (start < file.Text.Length && rules.Count < MaximumRules)
        {
            var end = file.Text.IndexOf('\n', start) is var found and >= 0 ? found : file.Text.Length;
            var length = PatternLength(file.Text.AsSpan(start, end - start));
            if (length > 0 && file.Text[start] != '#')
            {
                rules.Add(
                    new IgnoreRule(file.Text.Substring(start, length), directory, new SourceSpan(file, start, length)) { Above = above }
                );
            }

            start = end + 1;
        }

        return rules;
    }

    // Blanks at the end do not count unless a backslash stands before them.
    private static int PatternLength(ReadOnlySpan<char> line)
    {
        var length = line.EndsWith("\r") ? line.Length - 1 : line.Length;
        while (length > 0 && line[length - 1] == ' ' && !(length > 1 && line[length - 2] == '\\'))
        {
            length--;
        }

        return length;
    }
}

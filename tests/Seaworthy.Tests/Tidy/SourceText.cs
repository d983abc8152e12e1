namespace Seaworthy.Tests.Tidy;

/// <summary>One file of this repository, as the rules of the house look at it.</summary>
internal sealed record SourceText(string Path, IReadOnlyList<string> Lines)
{
    private static readonly EnumerationOptions Recursively = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.ReparsePoint,
    };

    /// <summary>What ships.</summary>
    public static IReadOnlyList<SourceText> Product { get; } = Under("src", "*.cs");

    /// <summary>All C# of the repository.</summary>
    public static IReadOnlyList<SourceText> All { get; } = [.. Product, .. Under("tests", "*.cs"), .. Under("bench", "*.cs")];

    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public static IReadOnlyList<SourceText> Under(string folder, string pattern)
    {
        var root = System.IO.Path.Combine(RepositoryRoot.Path, folder);
        return Directory.Exists(root)
            ?
            [
                .. Directory
                    .EnumerateFiles(root, pattern, Recursively)
                    .Select(path => Of(System.IO.Path.GetRelativePath(RepositoryRoot.Path, path).Replace('\\', '/')))
                    .OrderBy(file => file.Path, StringComparer.Ordinal),
            ]
            : [];
    }

    public static SourceText Of(string path) => new(path, File.ReadAllLines(System.IO.Path.Combine(RepositoryRoot.Path, path)));

    /// <summary>The lines without comments and without what stands in quotes on one line, by number.</summary>
    public IEnumerable<(int Number, string Text)> Code() =>
        Lines
            .Select((line, index) => (Number: index + 1, Text: line))
            .Where(line => !line.Text.TrimStart().StartsWith("//", StringComparison.Ordinal))
            .Select(line => (line.Number, WithoutQuotes(line.Text)));

    private static string WithoutQuotes(string line)
    {
        System.Text.StringBuilder code = new(line.Length);
        var quote = '\0';
        for (var at = 0; at < line.Length; at++)
        {
            if (quote != '\0')
            {
                at += line[at] == '\\' ? 1 : 0;
                quote = at < line.Length && line[at] == quote ? '\0' : quote;
            }
            else if (line[at] is '"' or '\'')
            {
                quote = line[at];
            }
            else if (line[at] == '/' && at + 1 < line.Length && line[at + 1] == '/')
            {
                break;
            }
            else
            {
                code.Append(line[at]);
            }
        }

        return code.ToString();
    }
}

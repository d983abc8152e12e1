using System.Globalization;
using System.Text.RegularExpressions;
using Seaworthy.Cli;
using Xunit;

namespace Seaworthy.Tests.Tidy;

/// <summary>What the documents say about the repository is so.</summary>
public sealed partial class DocumentTests
{
    /// <summary>What people read: the documents at the root, those of <c>docs</c>, and the pages of folders that are not built. The pages of rules are tests of their own.</summary>
    public static TheoryData<string> Documents =>
        [
            .. Directory
                .EnumerateFiles(RepositoryRoot.Path, "*.md")
                .Concat(Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "docs"), "*.md", SearchOption.AllDirectories))
                .Concat([
                    Path.Combine(RepositoryRoot.Path, "bench", "README.md"),
                    Path.Combine(RepositoryRoot.Path, "tests", "Seaworthy.Corpus", "README.md"),
                ])
                .Select(file => Path.GetRelativePath(RepositoryRoot.Path, file))
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_path_that_a_document_names_exists(string document)
    {
        var text = File.ReadAllText(Path.Combine(RepositoryRoot.Path, document));
        var folder = Path.GetDirectoryName(document) ?? "";
        var links = Link().Matches(text).Select(match => Path.Combine(folder, match.Groups["to"].Value.Split('#')[0]));
        // CONTRIBUTING shows with a name of its own where a new rule goes.
        var paths = Named()
            .Matches(text)
            .Select(match => match.Groups["path"].Value)
            .Where(path => !path.Contains("Some", StringComparison.Ordinal));

        Assert.Empty(
            links
                .Concat(paths)
                .Where(path => !Path.Exists(Path.Combine(RepositoryRoot.Path, path)))
                .Select(path => $"{document} names {path}, which is not there")
        );
    }

    [Theory]
    [InlineData("ARCHITECTURE.md")]
    [InlineData("CONTRIBUTING.md")]
    public void Every_source_file_that_a_document_names_without_its_folder_exists(string document)
    {
        var there = Directory
            .EnumerateFiles(Path.Combine(RepositoryRoot.Path, "src"), "*.cs", SearchOption.AllDirectories)
            .Select(Path.GetFileName)
            .ToHashSet(StringComparer.Ordinal);

        var named = SourceName()
            .Matches(File.ReadAllText(Path.Combine(RepositoryRoot.Path, document)))
            .Select(match => match.Groups["name"].Value)
            .ToList();

        Assert.NotEmpty(named);
        Assert.DoesNotContain(named, name => !there.Contains(name));
    }

    [Fact]
    public void The_exit_codes_of_the_readme_are_those_of_the_program()
    {
        var table = ExitCodeRow()
            .Matches(File.ReadAllText(Path.Combine(RepositoryRoot.Path, "README.md")))
            .Select(match => int.Parse(match.Groups["code"].Value, CultureInfo.InvariantCulture));

        Assert.Equal([ExitCode.Fit, ExitCode.Findings, ExitCode.Usage, ExitCode.Incomplete], table);
        Assert.Equal(4, typeof(ExitCode).GetFields().Length);
    }

    [GeneratedRegex(@"\]\((?<to>[^):\s]+)\)", RegexOptions.NonBacktracking)]
    private static partial Regex Link();

    [GeneratedRegex(
        @"(^|[`\s(])(?<path>(src|tests|docs|eng|examples|bench|\.ci)/[\w./-]*\w)",
        RegexOptions.NonBacktracking | RegexOptions.Multiline
    )]
    private static partial Regex Named();

    [GeneratedRegex(@"`(?<name>[A-Z]\w*\.cs)`", RegexOptions.NonBacktracking)]
    private static partial Regex SourceName();

    [GeneratedRegex(@"^\| (?<code>\d) \| ", RegexOptions.NonBacktracking | RegexOptions.Multiline)]
    private static partial Regex ExitCodeRow();
}

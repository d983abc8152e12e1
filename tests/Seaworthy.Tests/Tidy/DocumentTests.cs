using System.Globalization;
using System.Text.RegularExpressions;
using Seaworthy.Cli;
using Xunit;

namespace Seaworthy.Tests.Tidy;

/// <summary>What the documents say about the repository is so.</summary>
public sealed partial class DocumentTests
{
    [Theory]
    [InlineData("README.md")]
    [InlineData("ARCHITECTURE.md")]
    [InlineData("CONTRIBUTING.md")]
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

    [GeneratedRegex(@"^\| (?<code>\d) \| ", RegexOptions.NonBacktracking | RegexOptions.Multiline)]
    private static partial Regex ExitCodeRow();
}

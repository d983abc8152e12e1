using System.Text.RegularExpressions;
using Xunit;

namespace Seaworthy.Tests.Tidy;

/// <summary>What does not stand in the sources.</summary>
public sealed partial class ContentTests
{
    [Fact]
    public void The_compiler_is_believed_about_null()
    {
        var wrong = SourceText
            .Product.SelectMany(file =>
                file.Code().Where(line => Forgiving().IsMatch(line.Text)).Select(line => $"{file.Path}:{line.Number}")
            )
            .Select(place => $"{place} silences a null warning with '!': match with 'is {{ }} value', or say what null means");

        Assert.Empty(wrong);
    }

    [Fact]
    public void Nothing_is_left_to_do_in_comments()
    {
        var wrong = Texts()
            .SelectMany(file => Lines(file, Unfinished()))
            .Select(place => $"{place} is a note to ourselves: do it now, or open an issue and leave the source alone");

        Assert.Empty(wrong);
    }

    [Fact]
    public void No_path_of_one_machine_is_named()
    {
        // Knowledge of images names directories inside them.
        var wrong = Texts()
            .Where(file =>
                !file.Path.Contains("/Images/", StringComparison.Ordinal) && !file.Path.StartsWith("tests/", StringComparison.Ordinal)
            )
            .SelectMany(file => Lines(file, OneMachine()))
            .Select(place => $"{place} names a path of one machine: write it relative to the repository, or ask for it");

        Assert.Empty(wrong);
    }

    private static IEnumerable<SourceText> Texts() =>
        SourceText
            .All.Where(file => file.Name != nameof(ContentTests))
            .Concat(SourceText.Under("docs", "*.md"))
            .Concat(SourceText.Under("bench", "*.md"))
            .Concat(((string[])["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "test"]).Select(SourceText.Of));

    private static IEnumerable<string> Lines(SourceText file, Regex pattern) =>
        file
            .Lines.Select((line, index) => (line, index))
            .Where(line => pattern.IsMatch(line.line))
            .Select(line => $"{file.Path}:{line.index + 1}");

    // name!.member  call()!;  (value!)  list[0]!,  but neither != nor a leading not
    [GeneratedRegex(@"[\w)\]>]!([.;),\[\]}]|$)", RegexOptions.NonBacktracking)]
    private static partial Regex Forgiving();

    [GeneratedRegex(@"\b(TODO|FIXME|XXX|HACK)\b", RegexOptions.NonBacktracking)]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"(^|[""\s(`=])(/work/|/tmp\b|/home/|/Users/|[A-Z]:\\\\)", RegexOptions.NonBacktracking)]
    private static partial Regex OneMachine();
}

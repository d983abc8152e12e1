using System.Text.RegularExpressions;
using Seaworthy.Rules;
using Xunit;

namespace Seaworthy.Tests.Tidy;

/// <summary>The measurable part of "Words" in CONTRIBUTING.md: plain English of our field.</summary>
public sealed partial class WordsTests
{
    private const int MostTitleWords = 5;
    private const int MostPageLines = 150;

    public static TheoryData<string> Rules() => [.. AllRules.List.Select(rule => rule.Info.Id)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_title_is_what_a_search_engine_knows(string id)
    {
        var title = Find(id).Info.Title;

        Assert.True(
            title.Split(' ').Length <= MostTitleWords,
            $"'{title}' has more than {MostTitleWords} words: name the fault as a noun phrase, as linters do ('Unpinned image')"
        );
        Assert.DoesNotMatch(RelativeClause(), title);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rationale_is_at_most_two_sentences(string id)
    {
        var rationale = Find(id).Info.Rationale;

        Assert.True(
            SentenceEnd().Count(rationale) <= 2,
            $"'{rationale}' has more than two sentences: say what happens because of this finding, and leave the rest to the page"
        );
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_page_is_read_in_a_minute(string id)
    {
        var page = RulePage.Read(Find(id).Info) ?? "";

        Assert.True(
            page.AsSpan().TrimEnd().Count('\n') < MostPageLines,
            $"the page has more than {MostPageLines} lines: one or two examples stay, all others move to its .cases.md"
        );
    }

    [Fact]
    public void Words_that_read_translated_are_not_used()
    {
        var wrong = SourceText
            .Product.Concat(SourceText.Under("src", "*.md"))
            .Concat(SourceText.Under("docs", "*.md"))
            .Concat(((string[])["README.md", "ARCHITECTURE.md", "CHANGELOG.md"]).Select(SourceText.Of))
            .SelectMany(file =>
                file.Lines.Select((line, index) => (line, index))
                    .Where(line => Translated().IsMatch(line.line))
                    .Select(line => $"{file.Path}:{line.index + 1} {Translated().Match(line.line).Value}")
            )
            .ToList();

        Assert.True(wrong.Count == 0, $"see \"Words\" in CONTRIBUTING.md for plain ones:\n{string.Join('\n', wrong)}");
    }

    private static Rule Find(string id) => AllRules.List.First(rule => rule.Info.Id == id);

    [GeneratedRegex(@"\b(that|which|who|whose|whom|what)\b", RegexOptions.IgnoreCase)]
    private static partial Regex RelativeClause();

    [GeneratedRegex(@"[.!?](?=\s+[A-Z]|$)")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"(?<!/nobody-is-)\b(whoever|mend(s|ed|ing)?|told|reckon(s|ed|ing)?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Translated();
}

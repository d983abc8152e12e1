using Seaworthy.Rules;
using Xunit;

namespace Seaworthy.Tests.RulePages;

/// <summary>How long a sentence is that somebody has to read: the measurable part of "Words" in CONTRIBUTING.md.</summary>
public sealed class MessageTests
{
    private const int MostWords = 25;

    public static TheoryData<string> Rules() => [.. AllRules.List.Where(ChosenPage.Has).Select(rule => rule.Info.Id)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Half_of_the_messages_of_a_page_are_short(string id)
    {
        var rule = AllRules.List.First(candidate => candidate.Info.Id == id);
        var messages = PageVerdicts
            .SectionsOf(rule)
            .Where(section => section.IsExample)
            .Take(8)
            .SelectMany(section => PageVerdicts.Of(rule, section))
            .Where(verdict => verdict.Outcome is Outcome.Fail or Outcome.Warn)
            .Select(verdict => verdict.Message)
            .OrderBy(Words)
            .ToList();
        // A rule may have nothing but UNKNOWN to say.
        if (messages.Count == 0)
        {
            return;
        }

        var middle = messages[messages.Count / 2];
        Assert.True(Words(middle) <= MostWords, $"{Words(middle)} words, more than {MostWords}: {middle}");
    }

    private static int Words(string message) => message.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
}

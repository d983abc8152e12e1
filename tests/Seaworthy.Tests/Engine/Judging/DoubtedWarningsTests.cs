using Seaworthy.Engine.Judging;
using Seaworthy.Model.Source;
using Seaworthy.Rules;
using Xunit;

namespace Seaworthy.Tests.Engine.Judging;

/// <summary>The list of rules whose guesses are left open, held against what was read.</summary>
public sealed class DoubtedWarningsTests
{
    private const int FewestReadings = 8;

    [Fact]
    public void The_list_is_what_was_refuted_in_more_than_two_of_seven_readings()
    {
        var ours = AllRules.List.Select(rule => rule.Info.Id).ToHashSet(StringComparer.Ordinal);
        var refuted = Readings
            .ByRule()
            .Where(of => ours.Contains(of.Key))
            .Where(of => of.Count() >= FewestReadings && of.Count(reading => reading.IsRefuted) * 7 > of.Count() * 2)
            .Select(of => of.Key);

        Assert.Equal(
            refuted.Order(StringComparer.Ordinal),
            DoubtedWarnings.Doubted.Concat(DoubtedWarnings.Mended).Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData(Confidence.Medium, Severity.Medium)]
    [InlineData(Confidence.High, Severity.Critical)]
    public void What_such_a_rule_says_is_left_open(Confidence confidence, Severity severity)
    {
        var rule = AllRules.List.First(candidate => DoubtedWarnings.Doubted.Contains(candidate.Info.Id)).Info;

        Assert.Equal(Outcome.Unknown, DoubtedWarnings.Weigh(Warning(rule, confidence, severity)).Outcome);
    }

    [Fact]
    public void What_other_rules_say_stays()
    {
        var rule = AllRules.List.First(candidate => !DoubtedWarnings.Doubted.Contains(candidate.Info.Id)).Info;

        Assert.Equal(Outcome.Warn, DoubtedWarnings.Weigh(Warning(rule, Confidence.Medium, Severity.Medium)).Outcome);
    }

    private static Verdict Warning(RuleInfo rule, Confidence confidence, Severity severity) =>
        Verdict.Of(rule, Outcome.Warn, new SourceFile("compose.yaml", "services:").Whole, "It is so.").As(confidence).As(severity);
}

using Seaworthy.Engine;
using Seaworthy.Engine.Scoring;
using Seaworthy.Rules;
using Xunit;
using static Seaworthy.Tests.Engine.Scoring.ScoreSample;

namespace Seaworthy.Tests.Engine.Scoring;

public sealed class ScorecardTests
{
    [Fact]
    public void Where_nothing_was_judged_there_is_no_score()
    {
        var score = Card([]).Score;

        Assert.Equal((null, 0m, Readiness.NotEnoughToJudge, null), (score.Total, score.Coverage, score.Readiness, score.Risk));
        Assert.Equal(Enum.GetValues<Area>(), score.Areas.Select(area => area.Area));
        Assert.All(score.Areas, area => Assert.Null(area.Value));
    }

    [Fact]
    public void What_cannot_be_decided_lowers_the_coverage_and_earns_nothing()
    {
        var high = Rule("a/high", Area.Containers, Severity.High);
        var low = Rule("a/low", Area.Containers, Severity.Low);

        var unknown = AreaOf([.. Says(high, Outcome.Unknown)]);
        var half = AreaOf([.. Says(high, Outcome.Unknown), .. Says(low, Outcome.Pass, Outcome.Pass)]);

        Assert.Equal((null, 0m), (unknown.Value, unknown.Coverage));
        // Two judgements of weight 1 against one of weight 6.
        Assert.Equal((null, 0.25m, 2, 1, 1, 2), (half.Value, half.Coverage, half.Judged, half.Unknown, half.RulesJudged, half.Rules));
    }

    [Theory]
    [InlineData(Outcome.Pass, 10)]
    // 5 of the 10 that were asked, and no more than 8 beside a grave warning.
    [InlineData(Outcome.Warn, 5)]
    [InlineData(Outcome.Fail, 0)]
    public void A_rule_that_is_alone_in_its_area_decides_it(Outcome outcome, double expected) =>
        Assert.Equal((decimal)expected, AreaOf([.. Says(Rule("a/a", Area.Containers, Severity.Critical), outcome)]).Value);

    [Theory]
    [InlineData(Outcome.Pass, Severity.Low, 10)]
    // A part of it, or what is needed less.
    [InlineData(Outcome.Warn, Severity.Low, 6)]
    [InlineData(Outcome.Warn, Severity.Medium, 3)]
    public void A_capability_weighs_what_its_rule_says_however_mild_the_finding(Outcome outcome, Severity severity, double expected)
    {
        var rule = Rule("a/a", Area.Containers, Severity.Medium) with { CapabilityWeight = 10 };

        Assert.Equal((decimal)expected, AreaOf([Says(rule, 0, outcome, severity)]).Value);
    }

    [Fact]
    public void An_area_in_which_little_was_asked_has_no_number_and_counts_in_all_the_same()
    {
        var rule = Rule("a/a", Area.Backup, Severity.High);
        var (good, bad) = (Card([.. Ground, .. Says(rule, Outcome.Pass)]).Score, Card([.. Ground, .. Says(rule, Outcome.Warn)]).Score);

        Assert.Equal((null, 1), (bad.Areas[(int)Area.Backup].Value, bad.Areas[(int)Area.Backup].Judged));
        Assert.Equal((10m, 9m), (good.Total, bad.Total));
    }

    [Fact]
    public void The_first_subject_costs_most_and_every_other_a_little()
    {
        var rule = Rule("a/a", Area.Containers, Severity.Medium);
        List<Finding> others = [.. Many(Area.Containers, 2)];

        // 20 points are asked for: 3 × (0.6 + 0.4 × 1/4) = 2.1, then × 2/4 = 2.4, then all 3.
        Assert.Equal(8.9m, AreaOf([.. others, .. Says(rule, Outcome.Fail, Outcome.Pass, Outcome.Pass, Outcome.Pass)]).Value);
        Assert.Equal(8.8m, AreaOf([.. others, .. Says(rule, Outcome.Fail, Outcome.Fail, Outcome.Pass, Outcome.Pass)]).Value);
        Assert.Equal(8.5m, AreaOf([.. others, .. Says(rule, Outcome.Fail, Outcome.Fail, Outcome.Fail, Outcome.Fail)]).Value);
    }

    [Fact]
    public void The_severity_of_the_finding_counts_and_not_that_of_the_rule()
    {
        var rule = Rule("a/a", Area.Containers, Severity.Critical);
        List<Finding> others = [.. Many(Area.Containers, 2)];

        Assert.Equal(9.7m, AreaOf([.. others, Says(rule, 0, Outcome.Warn, Severity.Low)]).Value);
        Assert.Equal(3m, AreaOf([.. others, Says(rule, 0, Outcome.Fail, Severity.Critical)]).Value);
    }

    [Theory]
    [InlineData(Severity.Critical, Outcome.Fail, 1, 3, 4)]
    [InlineData(Severity.Critical, Outcome.Fail, 2, 2, 3)]
    [InlineData(Severity.High, Outcome.Fail, 1, 6, 7)]
    public void What_is_grave_caps_the_area_and_the_whole(Severity severity, Outcome outcome, int count, double area, double total)
    {
        var score = Card([.. Ground, .. Broken(severity, outcome, count), .. Many(Area.Containers, 6)]).Score;

        Assert.Equal((decimal)area, score.Areas[(int)Area.Containers].Value);
        Assert.Equal((decimal)total, score.Total);
    }

    [Theory]
    [InlineData(Severity.Critical, Outcome.Fail, Readiness.NotReady, Risk.Critical)]
    [InlineData(Severity.High, Outcome.Fail, Readiness.NotReady, Risk.High)]
    [InlineData(Severity.Medium, Outcome.Fail, Readiness.Ready, Risk.Low)]
    [InlineData(Severity.High, Outcome.Warn, Readiness.ReadyWithConditions, Risk.Medium)]
    [InlineData(Severity.Medium, Outcome.Warn, Readiness.Ready, Risk.Low)]
    [InlineData(Severity.Critical, Outcome.Pass, Readiness.Ready, Risk.Low)]
    public void The_answer_follows_what_is_open(Severity severity, Outcome outcome, Readiness readiness, Risk risk)
    {
        var score = Card([.. Ground, .. Broken(severity, outcome, 1), .. Many(Area.Containers, 6)]).Score;

        Assert.Equal((readiness, risk), (score.Readiness, score.Risk));
    }

    [Fact]
    public void A_few_things_that_hold_are_not_enough_for_a_total_and_a_critical_failure_is_enough_for_an_answer()
    {
        List<Finding> few = [.. Says(Rule("a/a", Area.Containers, Severity.Critical), Enumerable.Repeat(Outcome.Pass, 50))];
        var broken = Card([.. few, .. Broken(Severity.Critical, Outcome.Fail, 1)]).Score;

        Assert.Equal((null, Readiness.NotEnoughToJudge), (Card(few).Score.Total, Card(few).Score.Readiness));
        Assert.Equal((null, Readiness.NotReady, Risk.Critical), (broken.Total, broken.Readiness, broken.Risk));
    }

    [Fact]
    public void Mending_never_lowers_a_score_and_gains_what_was_promised()
    {
        for (var seed = 0; seed < 150; seed++)
        {
            var findings = Random(seed);
            var card = Card(findings);
            foreach (var open in findings.Where(finding => finding.Outcome is Outcome.Fail or Outcome.Warn))
            {
                var after = Card([.. findings.Select(finding => finding == open ? Fixed(open) : finding)]).Score;
                var area = (int)open.Rule.Area;
                var gain = card.GainOf(open);

                Assert.True(gain is { Total: >= 0, Area: >= 0 }, $"seed {seed}: fixing {open.Id} gains {gain}");
                Assert.Equal(card.Score.Total + gain.Total, after.Total);
                Assert.Equal(card.Score.Areas[area].Value + gain.Area, after.Areas[area].Value);
                Assert.Equal(card.Score.Coverage, after.Coverage);
            }
        }
    }

    [Fact]
    public void Ten_is_where_nothing_is_open_and_only_there()
    {
        for (var seed = 0; seed < 150; seed++)
        {
            var findings = Random(seed);
            var score = Card(findings).Score;
            var open = findings.Where(finding => finding.Outcome is Outcome.Fail or Outcome.Warn).ToList();

            Assert.All(
                score.Areas.Where(area => area.Value is not null),
                area => Assert.Equal(open.All(finding => finding.Rule.Area != area.Area), area.Value == 10)
            );
            Assert.All(score.Areas, area => Assert.True(area.Value is null or (>= 0 and <= 10)));
            Assert.True(score.Total is null || score.Total == 10 == (open.Count == 0));
            Assert.Equal(score.Total is null ? null : 10m, Card([.. findings.Select(Ended)]).Score.Total);
        }
    }

    [Fact]
    public void The_order_of_findings_does_not_matter()
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var findings = Random(seed);
            var (one, other) = (Card(findings).Score, Card([.. findings.Reverse()]).Score);

            Assert.Equal((one.Total, one.Coverage), (other.Total, other.Coverage));
            Assert.Equal(one.Areas, other.Areas);
        }
    }

    private static Finding Ended(Finding finding) => finding.Outcome is Outcome.Fail or Outcome.Warn ? Fixed(finding) : finding;

    private static IEnumerable<Finding> Many(Area area, int rules) =>
        Enumerable
            .Range(0, rules)
            .SelectMany(number => Says(Rule($"many/rule-{number}", area, Severity.Critical), Outcome.Pass, Outcome.Pass, Outcome.Pass));

    private static IEnumerable<Finding> Broken(Severity severity, Outcome outcome, int count) =>
        Enumerable
            .Range(0, count)
            .SelectMany(number =>
                Says(Rule($"broken/rule-{number}", Area.Containers, severity), [outcome, .. Enumerable.Repeat(Outcome.Pass, 9)])
            );

    private static AreaScore AreaOf(IReadOnlyList<Finding> findings) => Card(findings).Score.Areas[(int)Area.Containers];
}

using Seaworthy.Engine.Judging;
using Seaworthy.Rules;
using Xunit;

namespace Seaworthy.Tests.Engine.Judging;

/// <summary>The list of rules that may fail, held against what was read.</summary>
public sealed class EarnedFailuresTests
{
    private const int FewestReadings = 15;
    private const double MostRefuted = 0.05;

    // Their kinds differ too much for one record; docs/decisions/0007 says why they fail all the same.
    private static readonly string[] ByKind =
    [
        "files/duplicate-key",
        "files/invalid-file",
        "pipelines/script-missing",
        "secrets/committed-secret",
    ];

    [Fact]
    public void Every_rule_that_may_fail_has_its_record()
    {
        var readings = Readings.ByRule();

        var unproven = EarnedFailures
            .Earned.Except(ByKind)
            .Where(rule =>
                readings[rule].Count() < FewestReadings
                || readings[rule].Count(reading => reading.Judgement == "wrong") > readings[rule].Count() * MostRefuted
            );

        Assert.Empty(unproven);
    }

    [Fact]
    public void They_are_rules_of_ours() => Assert.Empty(EarnedFailures.Earned.Except(AllRules.List.Select(rule => rule.Info.Id)));
}

using Seaworthy.Engine;
using Seaworthy.Engine.Grouping;
using Seaworthy.Engine.Planning;
using Seaworthy.Engine.Reporting;
using Seaworthy.Rules;
using Seaworthy.Tests.Engine.Scoring;
using Xunit;

namespace Seaworthy.Tests.Engine.Planning;

public sealed class PlanTests
{
    [Theory]
    [InlineData(Outcome.Fail, Severity.Critical, Priority.P0)]
    [InlineData(Outcome.Fail, Severity.High, Priority.P1)]
    [InlineData(Outcome.Warn, Severity.Critical, Priority.P1)]
    [InlineData(Outcome.Warn, Severity.High, Priority.P1)]
    [InlineData(Outcome.Fail, Severity.Medium, Priority.P2)]
    [InlineData(Outcome.Warn, Severity.Medium, Priority.P2)]
    [InlineData(Outcome.Fail, Severity.Low, Priority.P3)]
    [InlineData(Outcome.Pass, Severity.Critical, null)]
    [InlineData(Outcome.Unknown, Severity.Critical, null)]
    public void Outcome_and_severity_decide_what_comes_first(Outcome outcome, Severity severity, Priority? expected)
    {
        var finding = ScoreSample.Says(ScoreSample.Rule("a/a", Area.Containers, Severity.Low), 0, outcome, severity);

        Assert.Equal(expected, PlanOf([finding]).Of(finding)?.Priority);
    }

    [Fact]
    public void Every_finding_is_in_one_phase_and_each_phase_promises_what_the_next_audit_would_say()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var findings = ScoreSample.Random(seed);
            var plan = PlanOf(findings);
            HashSet<string> done = [];

            Assert.Equal(Enum.GetValues<Term>(), plan.Phases.Select(phase => phase.Term));
            foreach (var phase in plan.Phases)
            {
                Assert.All(phase.Findings, planned => Assert.True(done.Add(planned.Finding.Id)));
                var after = ScoreSample
                    .Card([.. findings.Select(finding => done.Contains(finding.Id) ? ScoreSample.Fixed(finding) : finding)])
                    .Score;
                Assert.Equal((after.Total, after.Readiness), (phase.Expected.Total, phase.Expected.Readiness));
            }

            Assert.Equal(findings.Count(finding => finding.Outcome is Outcome.Fail or Outcome.Warn), done.Count);
        }
    }

    [Fact]
    public void What_blocks_is_told_once_for_each_cause_the_gravest_first()
    {
        var high = ScoreSample.Rule("a/high", Area.Containers, Severity.High);
        var critical = ScoreSample.Rule("b/critical", Area.Secrets, Severity.Critical);
        var medium = ScoreSample.Rule("c/medium", Area.Secrets, Severity.Medium);

        var plan = PlanOf([
            .. ScoreSample.Says(high, Outcome.Fail, Outcome.Fail, Outcome.Fail),
            .. ScoreSample.Says(critical, Outcome.Fail, Outcome.Warn),
            .. ScoreSample.Says(medium, Outcome.Fail),
        ]);

        Assert.Equal(
            [("b/critical", 0), ("a/high", 0), ("a/high", 0), ("a/high", 0)],
            plan.Blockers.Select(blocker => (blocker.Finding.Rule.Id, blocker.Others))
        );
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(20, 20, 0)]
    [InlineData(21, 19, 2)]
    [InlineData(40, 19, 21)]
    public void What_blocks_never_takes_more_than_a_screen(int causes, int told, int more)
    {
        var plan = PlanOf([
            .. Enumerable
                .Range(0, causes)
                .SelectMany(number => ScoreSample.Says(ScoreSample.Rule($"a/rule-{number}", Area.Containers, Severity.High), Outcome.Fail)),
        ]);

        var blockers = ScoreText.Blockers(plan);

        Assert.Equal((told, more), (blockers.Shown.Count(), blockers.More));
    }

    private static Plan PlanOf(IReadOnlyList<Finding> findings) =>
        Plan.Of(findings, [.. findings.Select(finding => new RootCause(finding))], ScoreSample.Card(findings), Gate.Default);
}

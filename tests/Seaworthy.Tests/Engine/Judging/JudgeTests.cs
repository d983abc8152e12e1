using Seaworthy.Engine.Judging;
using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Rules;
using Xunit;

namespace Seaworthy.Tests.Engine.Judging;

/// <summary>One rule that never ends, or fails, costs that rule.</summary>
public sealed class JudgeTests
{
    [Fact]
    public void A_rule_that_takes_too_many_steps_keeps_its_answers_and_says_that_it_was_given_up()
    {
        Deployment deployment = new() { Tree = new RepositoryTree([]), Artifacts = [] };

        var judgements = Judge.All([new EndlessRule(), new EndlessRule()], deployment, judgement => judgement, limit: 1000);

        Assert.All(
            judgements,
            judgement =>
            {
                Assert.Equal(500, judgement.Verdicts.Count);
                Assert.Equal(DiagnosticKind.LimitReached, judgement.Crash?.Kind);
                Assert.True(judgement.Crash?.IsIncomplete);
                Assert.Contains("after 1,000 steps and 500 answers", judgement.Crash?.Message, StringComparison.Ordinal);
            }
        );
    }

    private sealed class EndlessRule : Rule
    {
        public override RuleInfo Info { get; } = AllRules.List[0].Info;

        public override IEnumerable<Verdict> Judge(Deployment deployment)
        {
            SourceFile file = new("a.yaml", "a: 1\n");
            while (true)
            {
                Work.Take(1);
                yield return Verdict.Of(Info, Outcome.Pass, new SourceSpan(file, 0, 1), "It holds.");
            }
        }
    }
}

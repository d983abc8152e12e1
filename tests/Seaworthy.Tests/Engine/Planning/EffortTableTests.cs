using Seaworthy.Engine.Planning;
using Seaworthy.Rules;
using Xunit;

namespace Seaworthy.Tests.Engine.Planning;

public sealed class EffortTableTests
{
    [Fact]
    public void It_names_rules_that_there_are_and_each_once()
    {
        Assert.Empty(EffortTable.Named.Except(AllRules.List.Select(rule => rule.Info.Id), StringComparer.Ordinal));
        Assert.Equal(EffortTable.Named.Count(), EffortTable.Named.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("ports/published-port-not-listened", Effort.Minutes)]
    [InlineData("containers/root-user", Effort.Hours)]
    [InlineData("secrets/committed-secret", Effort.Day)]
    public void The_kind_of_change_decides(string rule, Effort effort) => Assert.Equal(effort, EffortTable.Of(rule));
}
